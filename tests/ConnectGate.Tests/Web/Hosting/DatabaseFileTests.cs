using System.Net;
using System.Net.Http.Json;
using ConnectGate.Tests.Slices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>The SQLite file while the site runs: locked by another process, deleted, and private.</summary>
public sealed class DatabaseFileTests
{
    // The product answers within five seconds; a slow machine gets more, and thirty are a failure.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_another_process_locks_it_every_writer_gets_a_503_and_reading_goes_on()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var (program, reader) = (await site.ProgramAsync(sender), await site.VisitAsync(recipient));
        await using var other = new SqliteConnection($"{site.ConnectionString};Pooling=false");
        await other.OpenAsync(Cancelled);
        await using (await other.BeginTransactionAsync(Cancelled))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(program, recipient)));

            Assert.All(answers, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/inbox")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(program));
        }

        Assert.Equal(HttpStatusCode.Created, await SendAsync(program, recipient));
    }

    [Fact]
    public async Task A_form_that_it_cannot_take_keeps_every_word_and_can_be_sent_again()
    {
        const string reply = "Thank you, but my week has only seven days.";
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin"); // as browsers do
        var form = await browser.SeeAsync($"/inbox/{id}/decline?forGood=false");
        await using var other = new SqliteConnection($"{site.ConnectionString};Pooling=false");
        await other.OpenAsync(Cancelled);
        WebPage failed;
        await using (await other.BeginTransactionAsync(Cancelled))
        {
            failed = await browser.SubmitAsync(form, "main form", ("words", "own"), ("reply.text", reply));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal([reply], failed.Texts("blockquote"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(failed, "main form")).Status);
        Assert.Equal(reply, (await site.Community.SentAsync(sender)).Reply);
    }

    [Fact]
    public async Task A_form_of_an_expired_session_is_kept_while_its_writer_signs_in_again()
    {
        const string reply = "Thank you, but my week has only seven days.";
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var id = await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var form = await browser.SeeAsync($"/inbox/{id}/decline?forGood=true");
        await site.Community.InDatabaseAsync(context => context.Sessions.ExecuteDeleteAsync(Cancelled));

        var expired = await browser.SubmitAsync(form, "main form", ("words", "own"), ("reply.text", reply));

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Equal([reply], expired.Texts("blockquote"));
        Assert.Equal(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString($"/inbox/{id}/decline?forGood=true")}",
            expired.Document.QuerySelector("main a[target=_blank]")!.GetAttribute("href")
        );

        // In another tab they sign in. The form then has the token of nobody, so it is shown once more.
        browser = await site.VisitAsync(recipient);
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var again = await browser.SubmitAsync(expired, "main form");
        Assert.Equal([reply], again.Texts("blockquote"));
        Assert.Equal("/inbox", (await browser.SubmitAsync(again, "main form")).Location);
        Assert.Equal(reply, (await site.Community.SentAsync(sender)).Reply);
    }

    [Theory]
    [InlineData("same-origin", 1)]
    [InlineData("cross-site", 0)]
    public async Task A_stale_form_is_kept_too_but_no_words_of_another_site(string from, int forms)
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", from);

        var stale = await browser.PostAsync(
            $"/ask/{recipient.Handle}",
            [new("note", "Your drawing of the lock gates kept me awake."), new("__RequestVerificationToken", "old")]
        );

        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Equal(forms, stale.Document.QuerySelectorAll("main form").Length);
    }

    [Fact]
    public async Task Once_it_was_deleted_nothing_is_acknowledged_and_the_site_is_not_ready()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var program = await site.ProgramAsync(sender);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(program));

        File.Delete(new SqliteConnectionStringBuilder(site.ConnectionString).DataSource);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SendAsync(program, recipient));
        site.Community.Advance(TimeSpan.FromSeconds(3)); // a check is kept for two
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(program));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Only_its_owner_can_read_it_and_its_copies_whatever_the_mode_of_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        File.SetUnixFileMode(
            folder,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
        );
        var database = $"--ConnectionStrings:ConnectGate=Data Source={folder}/a.db";
        await File.WriteAllBytesAsync($"{folder}/a.db", [], Cancelled); // with the mode that the system gives it

        await using (var running = await Executable.ServeAsync("Production", database))
        {
            await Executable.RunAsync("backup", $"{folder}/copy.db", database);
            var files = Directory.GetFiles(folder);
            Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
            Assert.All(files, file =>
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file))
            );
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient program, Person recipient)
    {
        var letter = A.AnotherLetter();
        using var answer = await program
            .PostAsJsonAsync(
                "/api/v1/requests",
                new
                {
                    recipient = recipient.Handle,
                    note = letter.Note,
                    reason = "your-work",
                    reasonDetail = letter.ReasonDetail,
                },
                Cancelled
            )
            .WaitAsync(Patience, Cancelled);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> ReadyAsync(HttpClient program)
    {
        using var answer = await program.GetAsync("/health/ready", Cancelled).WaitAsync(Patience, Cancelled);
        return answer.StatusCode;
    }
}
