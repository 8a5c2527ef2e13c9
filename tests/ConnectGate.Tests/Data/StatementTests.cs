using System.Net;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Data;

/// <summary>
/// The statements of a whole request, from the look-up of its session to its answer. A statement costs more in .NET
/// than in the database, so their number bounds the speed of a page.
/// </summary>
public abstract class StatementTests(Database database) : IAsyncLifetime
{
    private Site _site = null!;
    private Visitor _sender = null!,
        _recipient = null!;
    private Person _ada = null!,
        _ben = null!;

    /// <summary>How many more statements a command needs to lock what it decides by.</summary>
    protected abstract (int Send, int Decide) Locks { get; }

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync(database);
        (_ada, _ben) = await _site.Community.InsertTwoAsync();
        (_sender, _recipient) = (await _site.VisitAsync(_ada), await _site.VisitAsync(_ben));
    }

    [Fact]
    public async Task A_page_reads_its_session_and_its_badges_in_one() =>
        await NeedsAsync(1, () => _sender.SeeAsync("/settings"));

    [Fact]
    public async Task The_pages_of_a_letter_and_its_decision_need_few()
    {
        var asking = await _sender.SeeAsync($"/ask/{_ben.Handle}");
        await NeedsAsync(6, () => _sender.SeeAsync($"/ask/{_ben.Handle}"));

        var letter = A.AnotherLetter();
        await NeedsAsync(9 + Locks.Send, () =>
            _sender.SubmitAsync(
                asking,
                "form.letter-form",
                ("note", letter.Note),
                ("reason", letter.Reason.ToString()!),
                ("reasonDetail", letter.ReasonDetail)
            )
        );
        _site.Clock.Advance(TimeSpan.FromMinutes(5));
        var id = (await _site.Community.QueryAsync(_ben, new ReviewInbox.Query())).Letters.Items.Single().Id;

        await NeedsAsync(4, () => _recipient.SeeAsync("/inbox"));
        await NeedsAsync(6, () => _recipient.SeeAsync($"/inbox/{id}"));
        var accepting = await _recipient.SeeAsync($"/inbox/{id}/accept");
        await NeedsAsync(6 + Locks.Decide, () => _recipient.SubmitAsync(accepting, "main form"));
        await _site.Community.MustAsync(_ben, new UndoDecision.Command(id));
        var declining = await _recipient.SeeAsync($"/inbox/{id}/decline");
        await NeedsAsync(5 + Locks.Decide, () => _recipient.SubmitAsync(declining, "main form[action*=decline]"));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // A flow of calls of its own, so that listening ends with it.
    private async Task NeedsAsync(int most, Func<Task<WebPage>> visit)
    {
        var heard = _site.Sql.Listen();
        var page = await visit();
        Assert.Contains(page.Status, new[] { HttpStatusCode.OK, HttpStatusCode.Redirect });
        Assert.True(
            heard.Count <= most,
            $"{page.Path} needs {heard.Count} statements and may need {most}:\n\n{string.Join("\n\n", heard)}"
        );
    }
}

public sealed class StatementTestsOnSqlite() : StatementTests(Database.Sqlite)
{
    protected override (int Send, int Decide) Locks => (0, 0);
}

public sealed class StatementTestsOnPostgres() : StatementTests(Database.Postgres)
{
    protected override (int Send, int Decide) Locks => (2, 2);
}
