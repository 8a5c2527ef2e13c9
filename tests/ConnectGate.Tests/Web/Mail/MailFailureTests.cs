using ConnectGate.People.Mail;
using ConnectGate.Tests.Support.Mail;
using ConnectGate.Web.Hosting.Mail;

namespace ConnectGate.Tests.Web.Mail;

/// <summary>A mail that a server does not take waits for another try, and the log states the cause.</summary>
public sealed class MailFailureTests : MailWork
{
    [Fact]
    public async Task A_server_that_is_not_there_leaves_the_mail_to_be_tried_again()
    {
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(TestMailServer.FreePort()));

        await AssertCauseAsync("the connection was refused");
        await WorkAsync(server: null);
        Assert.Empty(Folder.GetFiles());
        Community.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync(server: null);
        Assert.Single(Folder.GetFiles());
    }

    [Fact]
    public async Task A_host_without_an_address_is_unknown()
    {
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(587) with { Host = "mail.connectgate.invalid" });

        await AssertCauseAsync("the host is unknown");
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var server = TestMailServer.Plain(asksForPassword: true);
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(server.Port, "wrong"));

        await AssertCauseAsync("the server refused the user or the password");
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_server_can_demand_a_password()
    {
        await using var server = TestMailServer.Plain(asksForPassword: true);
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(server.Port));

        await AssertCauseAsync("the server demands a user and a password");
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_gets_no_mail()
    {
        using var certificate = TestMailServer.NewCertificate();
        await using var startTls = TestMailServer.StartTls(certificate);
        await using var implicitTls = TestMailServer.ImplicitTls(certificate);
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(startTls.Port) with { Tls = SmtpTls.StartTls });
        await AssertCauseAsync("the server's certificate is not trusted");
        Community.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync(Plain(implicitTls.Port) with { Tls = SmtpTls.Implicit });
        await AssertCauseAsync("the server's certificate is not trusted");

        Assert.Empty(startTls.Mails);
        Assert.Empty(implicitTls.Mails);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_no_mail_where_TLS_is_demanded()
    {
        await using var server = TestMailServer.Plain();
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(server.Port) with { Tls = SmtpTls.StartTls });
        await AssertCauseAsync("the server does not support STARTTLS");
        Community.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync(Plain(server.Port) with { Tls = SmtpTls.Implicit });
        await AssertCauseAsync("the TLS handshake failed; the port may expect another kind of TLS");

        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_name_outside_ASCII_needs_a_server_that_supports_it()
    {
        await using var server = TestMailServer.Plain(asciiOnly: true);
        await WriteAsync("zoë@example.org");

        await WorkAsync(Plain(server.Port));

        await AssertCauseAsync("the server does not support an address outside ASCII (SMTPUTF8)");
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_rejected_recipient_keeps_no_other_mail_back()
    {
        await using var server = TestMailServer.Plain();
        await WriteAsync(TestMailServer.Nobody);
        await WriteAsync("ada@example.org");

        await WorkAsync(Plain(server.Port));

        await AssertCauseAsync("the server rejected the recipient (550)");
        Assert.Equal("ada@example.org", Assert.Single(server.Mails).To);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_once_for_a_batch()
    {
        await using var server = TestMailServer.Plain(asksForPassword: true);
        await WriteAsync("ada@example.org");
        await WriteAsync("eve@example.org");

        await WorkAsync(Plain(server.Port, "wrong"));

        Assert.Equal(1, server.Connections);
        Assert.Equal(2, await Community.CountAsync<OutgoingMail>());
    }

    private async Task AssertCauseAsync(string cause)
    {
        Assert.Contains(Log, line => line.EndsWith($": \"{cause}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Log, line => line.Contains('@', StringComparison.Ordinal));
        Assert.Equal(1, await Community.CountAsync<OutgoingMail>());
    }
}
