using System.Net;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Tests.Support.Hosting;
using ConnectGate.Ties.AddressBook;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>
/// Follows <c>docs/running.md</c> and the files that it names: settings, service, commands, nginx, two nodes. Their
/// paths, ports and user are replaced by the test's own.
/// </summary>
public sealed class RunningGuideTests(TwoNodes site) : IClassFixture<TwoNodes>
{
    private const string AddressBook = "/settings/address-book",
        Privacy = "/settings/privacy";

    [Fact]
    public async Task One_node_on_SQLite_is_set_up_by_the_guide()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var (settings, state) = (Path.Combine(folder, "connectgate.env"), Path.Combine(folder, "state"));
        await File.WriteAllTextAsync(settings, RunningGuide.Settings(state), Token);

        // The first administrator is admitted before the first start, and the service finds the same database.
        var admitted = await Executable.RunShellAsync(RunningGuide.Command("admin admit", settings));
        await using (var node = await Executable.ServeShellAsync(RunningGuide.Service(settings)))
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(node.Client, "/health/ready"));
        }

        Assert.Equal((0, ""), (admitted.Code, admitted.Errors));
        Assert.Equal(
            ["connectgate.env", "state"],
            Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order()
        );
        await using (var database = Community.Over(Database.Sqlite, $"Data Source={state}/connectgate.db"))
        {
            Assert.Equal(1, await database.CountAsync<Admitted>());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Two_nodes_behind_nginx_are_one_site_even_while_one_is_stopped()
    {
        var visitor = site.NewVisitor();
        await site.SignInAsync(visitor);

        await SaveSettingsAsync();
        Assert.Equal(0, await site.Second.StopAsync());
        Assert.Contains(site.Second.Log, line => line.Contains(Privacy, StringComparison.Ordinal));
        await SaveSettingsAsync();

        async Task SaveSettingsAsync()
        {
            for (var time = 0; time < 4; time++)
            {
                var form = await visitor.SeeAsync(Privacy);
                Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(form, "main form")).Status);
            }
        }
    }

    [Fact]
    public async Task Behind_nginx_a_large_address_book_is_taken_and_one_beyond_the_limit_gets_our_page()
    {
        var visitor = site.NewVisitor();
        await site.SignInAsync(visitor);
        var large = Given.Connections(AddressBookEntry.Most, new string('x', 100));
        Assert.True(large.Length > 4 * 1024 * 1024);

        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(visitor, large)).Status);
        var refused = await UploadAsync(visitor, new byte[ReadAddressFile.LargestFile + 100_000]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Equal("This is too long to send", refused.Document.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task A_node_tells_its_health_at_its_address_and_serves_no_other_host()
    {
        var node = site.First.Client;
        using var other = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, (await site.NewVisitor().GetAsync("/health/ready")).Status);
        using var answer = await node.SendAsync(other, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_command_works_on_the_nodes_database()
    {
        var ben = await site.Community.InsertAsync();

        var ended = await Executable.RunShellAsync(
            RunningGuide
                .Command("admin grant", site.SettingsFile)
                .Replace("ada@society.example", ben.Email, StringComparison.Ordinal)
        );

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Equal(
            Role.Administrator,
            await site.Community.InDatabaseAsync(context =>
                context.Users.Where(account => account.Id == ben.Id).Select(account => account.Role).SingleAsync(Token)
            )
        );
    }

    [Fact]
    public async Task The_service_is_shut_off_from_what_it_does_not_need()
    {
        const string analyser = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(analyser), "systemd is not installed.");

        // From 0 to 100: without any of its restrictions the unit has 92.
        var judged = await Executable.RunShellAsync(
            $"{analyser} security --offline=true --threshold=20 {RunningGuide.PathOf("connectgate.service")}"
        );

        Assert.True(judged.Code == 0, judged.Output + judged.Errors);
    }

    private static async Task<WebPage> UploadAsync(Visitor visitor, byte[] file)
    {
        var page = await visitor.SeeAsync(AddressBook);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "Connections.csv" },
        };
        return await visitor.PostAsync(AddressBook, content);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Token);
        return answer.StatusCode;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
