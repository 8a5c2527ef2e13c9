using System.Globalization;
using ConnectGate.Tests.Support.Mail;

namespace ConnectGate.Tests.Web.Mail;

/// <summary>
/// Mail over TLS, sent by the executable. Its environment names the authority that it trusts, which a process reads
/// once.
/// </summary>
public sealed class MailTlsTests : MailWork
{
    [Theory]
    [InlineData("StartTls")]
    [InlineData("Implicit")]
    public async Task A_mail_arrives_over_TLS_and_the_log_has_no_address(string tls)
    {
        using var certificate = TestMailServer.NewCertificate();
        await using var server =
            tls == "StartTls"
                ? TestMailServer.StartTls(certificate, asksForPassword: true)
                : TestMailServer.ImplicitTls(certificate, asksForPassword: true);
        var authority = Path.Combine(Folder.FullName, "authority.pem");
        await File.WriteAllTextAsync(authority, certificate.ExportCertificatePem(), Token);
        await WriteAsync("ada@example.org");

        await using var running = await Executable.ServeAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["SSL_CERT_FILE"] = authority },
            "Production",
            $"--ConnectionStrings:ConnectGate={Community.ConnectionString}",
            $"--Mail:Smtp:Host={TestMailServer.Host}",
            $"--Mail:Smtp:Port={server.Port.ToString(CultureInfo.InvariantCulture)}",
            $"--Mail:Smtp:Tls={tls}",
            $"--Mail:Smtp:User={TestMailServer.User}",
            $"--Mail:Smtp:Password={TestMailServer.Password}"
        );
        var line = await running.LineAsync("mails sent");

        Assert.Contains(
            $"1 of 1 mails sent by \\\"127.0.0.1:{server.Port} (TLS: {tls})",
            line,
            StringComparison.Ordinal
        );
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("ada@example.org", true, TestMailServer.User), (mail.To, mail.IsSecure, mail.User));
        Assert.Equal("Hello", mail.Message.Subject);
        Assert.DoesNotContain(running.Log, logged =>
            logged.Contains('@', StringComparison.Ordinal) && logged.Contains("example.org", StringComparison.Ordinal)
        );
    }
}
