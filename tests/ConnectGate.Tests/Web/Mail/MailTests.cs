using ConnectGate.Care.Administration.Outgoing;
using ConnectGate.People.Mail;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Mail;
using ConnectGate.Web.Hosting.Mail;
using ConnectGate.Web.Hosting.Workers;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace ConnectGate.Tests.Web.Mail;

/// <summary>Mail as it leaves: taken by a real SMTP server, or written into a folder.</summary>
public sealed class MailTests : MailWork
{
    [Fact]
    public async Task A_mail_arrives_with_the_headers_of_one_click_and_no_header_that_somebody_wrote()
    {
        await using var server = TestMailServer.Plain();
        await WriteAsync(
            "ada@example.org",
            "Hello\r\nBcc: eve@example.org\r\n\r\nfrom Zoë",
            "Good day.\n\nA line.\n",
            "https://community.example/unsubscribe/abc"
        );

        await WorkAsync(Plain(server.Port));

        var mail = Assert.Single(server.Mails);
        Assert.Equal("ada@example.org", mail.To);
        Assert.Equal("Hello Bcc: eve@example.org  from Zoë", mail.Message.Subject);
        Assert.Equal("ada@example.org", mail.Message.To.ToString());
        Assert.Equal("\"Community\" <community@example.org>", mail.Message.From.ToString());
        Assert.Empty(mail.Message.Bcc);
        Assert.Equal("<https://community.example/unsubscribe/abc>", mail.Message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("Good day.\n\nA line.", mail.Message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(0, await Community.CountAsync<OutgoingMail>());
        Assert.EndsWith($"1 of 1 mails sent by \"127.0.0.1:{server.Port} (TLS: None)\"", Assert.Single(Log));
    }

    [Fact]
    public async Task Many_mails_share_one_connection()
    {
        await using var server = TestMailServer.Plain(asksForPassword: true);
        for (var number = 0; number < 8; number++)
        {
            await WriteAsync($"reader{number}@example.org");
        }

        await WorkAsync(Plain(server.Port, TestMailServer.Password));

        Assert.Equal(8, server.Mails.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Many_mails_leave_over_several_connections_at_once()
    {
        await using var server = TestMailServer.Plain();
        for (var number = 0; number < 20; number++)
        {
            await WriteAsync($"reader{number}@example.org");
        }

        await WorkAsync(Plain(server.Port) with { Connections = 3 });

        Assert.Equal(20, server.Mails.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task A_limit_a_minute_keeps_a_part_for_mail_that_a_person_waits_for()
    {
        await using var server = TestMailServer.Plain();
        for (var number = 0; number < 30; number++)
        {
            await WriteAsync($"reader{number}@example.org", kind: MailKind.Membership);
        }

        await WorkAsync(Plain(server.Port) with { PerMinute = 20 }, async worker =>
        {
            await UntilItRestsAsync(worker);
            Assert.Equal(18, server.Mails.Count);

            await WriteAsync("ada@example.org");
            await UntilItRestsAsync(worker);
            Assert.Equal("ada@example.org", server.Mails.Last().To);

            await WriteAsync("eve@example.org");
            await WriteAsync("zoe@example.org");
            await UntilItRestsAsync(worker);
            Assert.Equal(20, server.Mails.Count);

            Community.Advance(TimeSpan.FromMinutes(1));
            await UntilItRestsAsync(worker);
            Assert.Equal(33, server.Mails.Count);
            return true;
        });
    }

    [Fact]
    public async Task A_rejected_mail_is_listed_with_its_cause_and_sent_again_once_the_server_takes_it()
    {
        await using var server = TestMailServer.Plain();
        await WriteAsync(TestMailServer.Nobody, body: "A secret.");
        await WorkAsync(Plain(server.Port));

        var listed = await Community.MustAsync(null, new ListMail.Command());

        var mail = Assert.Single(listed.Page.Items);
        Assert.Equal((0, 1, 0), (listed.Waiting, listed.Failed, listed.GivenUp));
        Assert.Equal(
            (TestMailServer.Nobody, ListMail.State.Failed, "the server rejected the recipient (550)"),
            (mail.To, mail.State, mail.Cause)
        );
        server.Rejected = null;
        Assert.Equal(1, (await Community.MustAsync(null, new SendMailAgain.Command(mail.Id))).Count);
        await WorkAsync(Plain(server.Port));
        Assert.Equal(TestMailServer.Nobody, Assert.Single(server.Mails).To);
        Assert.Empty((await Community.MustAsync(null, new ListMail.Command())).Page.Items);
    }

    private static async Task UntilItRestsAsync(MailWorker worker)
    {
        var more = true;
        while (more)
        {
            more = await worker.OnceAsync(Token);
        }
    }

    [Theory]
    [InlineData("zoë@example.org", "zoë@example.org", false)]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.example", true)]
    public async Task An_address_outside_ASCII_is_reached(string address, string arrived, bool asciiOnly)
    {
        await using var server = TestMailServer.Plain(asciiOnly: asciiOnly);
        await WriteAsync(address);

        await WorkAsync(Plain(server.Port));

        Assert.Equal(arrived, Assert.Single(server.Mails).To);
    }

    [Fact]
    public async Task Into_a_folder_a_mail_is_one_file_whose_links_stay_whole()
    {
        var link = $"https://community.example/account/confirm?code={new string('x', 400)}";
        await WriteAsync("ada@example.org", "Hello", $"Open this:\n{link}\n");

        await WorkAsync(server: null);

        var file = Assert.Single(Folder.GetFiles());
        Assert.Equal(".eml", file.Extension);
        Assert.Contains(link, await File.ReadAllTextAsync(file.FullName, Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, 587, "StartTls")]
    [InlineData("2525", null, 2525, "StartTls")]
    [InlineData("465", null, 465, "Implicit")]
    [InlineData(null, "Implicit", 465, "Implicit")]
    public void Port_and_TLS_fit_together_by_default(string? port, string? tls, int thenPort, string thenTls)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Mail:Smtp:Host"] = "mail.example.org",
                    ["Mail:Smtp:Port"] = port,
                    ["Mail:Smtp:Tls"] = tls,
                }
            )
            .Build();

        var settings = SmtpSettings.Read(configuration)!;

        Assert.Equal((thenPort, thenTls), (settings.Port, settings.Tls.ToString()));
    }
}
