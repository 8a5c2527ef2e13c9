using System.Net;
using System.Net.Http.Json;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Support.Databases;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Tests.Web.Hosting;

public sealed class FullDiskTests
{
    private const int Letters = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task While_the_disk_is_full_nothing_is_written_nothing_is_lost_and_reading_goes_on()
    {
        using var disk = SmallDisk.Mount();
        await using var site = await Site.StartAsync(
            folder: disk.Folder,
            settings: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Gate:SendAttempts"] = "1000",
                ["Gate:PerDay"] = "1000",
                ["Gate:UnderWay"] = "1000",
            }
        );
        var (sender, reader) = await site.Community.InsertTwoAsync();
        var recipients = new List<Person>();
        for (var number = 0; number < Letters; number++)
        {
            recipients.Add(await site.Community.InsertAsync());
        }

        var (program, writer, inbox) = (
            await site.ProgramAsync(sender),
            await site.VisitAsync(sender),
            await site.VisitAsync(reader)
        );
        Assert.Equal(HttpStatusCode.Created, await SendAsync(program, reader));
        site.Community.Advance(TimeSpan.FromMinutes(5));
        var form = await writer.SeeAsync($"/ask/{recipients[^1].Handle}");
        var sent = 1;

        // What the log has room for still goes; then it is over.
        disk.Fill();
        var answer = HttpStatusCode.Created;
        foreach (var recipient in recipients.SkipLast(1))
        {
            answer = await SendAsync(program, recipient);
            if (answer != HttpStatusCode.Created)
            {
                break;
            }

            sent++;
            disk.Fill();
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
        var letter = A.AnotherLetter();
        var page = await writer
            .SubmitAsync(
                form,
                "form[action^='/ask/']",
                ("note", letter.Note),
                ("reason", "YourWork"),
                ("reasonDetail", letter.ReasonDetail)
            )
            .WaitAsync(Patience, Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal("Not available at the moment", page.Document.QuerySelector("h1")?.TextContent);
        Assert.Single((await inbox.SeeAsync("/inbox")).Texts(".rows li"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(site));
        Assert.Equal(sent, await site.Community.CountAsync<ConnectionRequest>());

        disk.MakeSpace();
        site.Community.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(site));
        Assert.Equal(HttpStatusCode.Created, await SendAsync(program, recipients[^1]));
        Assert.Equal(sent + 1, await site.Community.CountAsync<ConnectionRequest>());
        Assert.Equal("ok", await CheckAsync(site.ConnectionString));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient program, Person recipient)
    {
        var letter = A.AnotherLetter();
        using var response = await program
            .PostAsJsonAsync(
                "/api/v1/requests",
                new
                {
                    recipient = recipient.Handle,
                    note = letter.Note,
                    reason = "your-work",
                    reasonDetail = letter.ReasonDetail,
                },
                Token
            )
            .WaitAsync(Patience, Token);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> ReadyAsync(Site site)
    {
        using var response = await site.NewProgram().GetAsync("/health/ready", Token).WaitAsync(Patience, Token);
        return response.StatusCode;
    }

    private static async Task<string?> CheckAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync(Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
