using System.Globalization;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Foundation;

/// <summary>
/// Many people act at the same moment on the same rows. Everybody gets an answer, and nothing counts twice.
/// </summary>
public abstract class ManyAtOnceTests(Database database) : CommunityTests(database)
{
    private const int Many = 20;

    [Fact]
    public async Task Everybody_who_sends_the_same_note_is_put_before_the_moderators_once()
    {
        var senders = await InsertManyAsync();
        var recipients = new Queue<Person>(await InsertManyAsync());

        var outcomes = await AllSendAsync(senders, () =>
            new SendRequest.Command(recipients.Dequeue().Handle, A.Letter())
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(Many, await Community.CountAsync<ConnectionRequest>());
        var same = await Community.InDatabaseAsync(context => context.SameNotes.ToListAsync(Token));
        Assert.Equal(senders.Select(sender => sender.Id).Order(), same.Select(note => note.SenderId).Order());
        Assert.Single(same.Select(note => note.GroupId).Distinct());
        Assert.Equal(Many, await Community.CountAsync<Case>());
    }

    [Fact]
    public async Task Everybody_who_reports_one_author_joins_one_case()
    {
        var (author, readers) = (await Community.InsertAsync(), await InsertManyAsync());
        var group = await Community.SharedAsync(GroupKind.Group, author, [.. readers]);
        var post = await Community.MustAsync(author, new WritePost.Command(group, "Buy my tide tables, all of you."));

        var outcomes = await AllSendAsync(readers, () =>
            new ReportText.Command(ReportedKind.Post, post.Id, ReportCategory.Spam, null)
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal((1, Many), (await Community.CountAsync<Case>(), await Community.CountAsync<Report>()));
    }

    [Fact]
    public async Task Everybody_joins_a_group_by_its_code()
    {
        var (organiser, members) = (await Community.InsertAsync(), await InsertManyAsync());
        var code = await Community.CodeAsync(await Community.MakeAsync(organiser));

        var outcomes = await AllSendAsync(members, () => new JoinGroup.Command(code, ListMe: true));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(1 + Many, await Community.CountAsync<Membership>());
    }

    [Fact]
    public async Task One_of_many_who_scan_a_code_has_met_its_owner()
    {
        var (owner, members) = (await Community.InsertAsync(), await InsertManyAsync());
        var code = await Community.ShowCodeAsync(owner);

        var outcomes = await AllSendAsync(members, () => new ConfirmMeeting.Command(code));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.Equal(1, await Community.CountAsync<Meeting>());
    }

    [Fact]
    public async Task One_form_that_is_sent_many_times_at_once_has_one_outcome()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();

        var outcomes = await AllSendAsync(
            Enumerable.Repeat(sender, Many),
            () => new SendRequest.Command(recipient.Handle, A.Letter()),
            "the form's key"
        );

        Assert.Single(outcomes.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(1, await Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task Everybody_signs_in_and_asks_for_a_new_password_from_one_network()
    {
        var tries = await Race.TogetherAsync(
            from number in Enumerable.Range(0, Many)
            select (Func<Task<SignIn.Answer>>)(() => Community.SignInAsync(Address(number), "not my password"))
        );
        var addresses = new Queue<string>(Enumerable.Range(0, Many).Select(Address));
        var resets = await AllSendAsync(Enumerable.Repeat<Person?>(null, Many), () =>
            new ForgotPassword.Command(addresses.Dequeue(), AccountStories.From())
        );

        Assert.All(tries, answer => Assert.Equal(tries[0], answer));
        Assert.All(resets, outcome => Assert.True(outcome.Succeeded));
        Assert.Contains(
            Many,
            await Community.InDatabaseAsync(context =>
                context.SignInTries.Select(tries => tries.Count).ToListAsync(Token)
            )
        );

        static string Address(int number) => $"ada-{number.ToString(CultureInfo.InvariantCulture)}@example.org";
    }

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:SendAttempts"] = "10000" };

    private Task<Outcome<T>[]> AllSendAsync<T>(
        IEnumerable<Person?> people,
        Func<ICommand<T>> command,
        string? idempotencyKey = null
    ) =>
        Race.TogetherAsync(
            from person in people
            let own = command()
            select (Func<Task<Outcome<T>>>)(() => Community.SendAsync(person, own, idempotencyKey))
        );

    protected async Task<List<Person>> InsertManyAsync(int many = Many)
    {
        var members = new List<Person>();
        for (var number = 0; number < many; number++)
        {
            members.Add(await Community.InsertAsync());
        }

        return members;
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;
}

public sealed class ManyAtOnceTestsOnSqlite() : ManyAtOnceTests(Database.Sqlite);

public sealed class ManyAtOnceTestsOnPostgres() : ManyAtOnceTests(Database.Postgres)
{
    private readonly HeldCommit _commits = new();

    protected override Action<IServiceCollection> Configure =>
        services => services.ConfigureDbContext<ConnectGateContext>(options => options.AddInterceptors(_commits));

    [Fact]
    public async Task A_sender_of_the_same_note_waits_for_one_who_is_about_to_be_done()
    {
        var fewest = new GateOptions().SendersOfSameNote;
        var recipients = new Queue<Person>(await InsertManyAsync(fewest));
        var senders = new Queue<Person>(await InsertManyAsync(fewest));
        while (senders.Count > 2)
        {
            Assert.True((await SendAsync()).Succeeded);
        }

        _commits.HoldNext();
        var one = SendAsync();
        await Task.WhenAny(_commits.Reached, one);
        var last = SendAsync();
        while (!last.IsCompleted && !await SomebodyWaitsAsync())
        {
            // Each look is a round trip to the database.
        }

        _commits.Release();

        Assert.All(await Task.WhenAll(one, last), outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(fewest, await Community.CountAsync<SameNote>());

        Task<Outcome<SendRequest.Receipt>> SendAsync() =>
            Community.SendAsync(senders.Dequeue(), new SendRequest.Command(recipients.Dequeue().Handle, A.Letter()));
    }

    private Task<bool> SomebodyWaitsAsync() =>
        Community.InDatabaseAsync(async context =>
            await context
                .Database.SqlQuery<int>(
                    $"""
                    SELECT count(*)::int AS "Value" FROM pg_locks
                    WHERE locktype = 'advisory' AND NOT granted
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """
                )
                .SingleAsync(Token) > 0
        );
}
