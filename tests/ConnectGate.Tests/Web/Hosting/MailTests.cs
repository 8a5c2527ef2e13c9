using System.Diagnostics;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using ConnectGate.Foundation;
using ConnectGate.People.Mail;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Web.Hosting.Mail;
using ConnectGate.Web.Hosting.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>
/// Mail as it leaves, taken by a real SMTP server on loopback (Debian's python3-aiosmtpd) or written into a folder.
/// </summary>
public sealed class MailTests() : CommunityTests(Database.Sqlite)
{
    private const string Python = "/usr/bin/python3";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectgate-mail-");

    [Fact]
    public async Task A_mail_arrives_with_the_headers_of_one_click_and_no_header_that_somebody_wrote()
    {
        Assert.SkipUnless(
            Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd")
                || Environment.GetEnvironmentVariable("CI") == "true",
            "The SMTP server for tests is not installed (Debian: python3-aiosmtpd)."
        );
        var port = FreePort();
        using var server = Process.Start(
            new ProcessStartInfo(Python)
            {
                ArgumentList =
                {
                    "-m",
                    "aiosmtpd",
                    "-n",
                    "-c",
                    "aiosmtpd.handlers.Mailbox",
                    Path.Combine(_folder.FullName, "box"),
                    "-l",
                    $"127.0.0.1:{port}",
                },
            }
        )!;
        try
        {
            await UntilItAnswersAsync(port);
            await AddAsync(
                "Hello\r\nBcc: eve@example.org\r\n\r\nfrom Zoë",
                "Good day.\n\nA line.\n",
                "https://community.example/unsubscribe/abc"
            );

            await WorkAsync(new MailSettings.Smtp("127.0.0.1", port, Tls: false, User: null, Password: null));

            var mail = await File.ReadAllTextAsync(
                Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "box", "new"))),
                Token
            );
            var head = mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)];
            Assert.DoesNotContain("\nBcc:", head, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(
                "\nList-Unsubscribe: <https://community.example/unsubscribe/abc>",
                head,
                StringComparison.Ordinal
            );
            Assert.Contains("\nList-Unsubscribe-Post: List-Unsubscribe=One-Click", head, StringComparison.Ordinal);
            Assert.Contains("\nTo: ada@example.org", "\n" + head, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Good day.\n\nA line.", mail, StringComparison.Ordinal);
            Assert.Equal(0, await Community.CountAsync<OutgoingMail>());
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_the_mail_to_be_tried_again()
    {
        await AddAsync("Hello", "Body", null);

        await WorkAsync(new MailSettings.Smtp("127.0.0.1", FreePort(), Tls: false, User: null, Password: null));

        Assert.Equal(1, await Community.CountAsync<OutgoingMail>());
        await WorkAsync(server: null);
        Assert.Empty(Directory.GetFiles(_folder.FullName));
        Community.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync(server: null);
        Assert.Single(Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Into_a_folder_a_mail_is_one_file_whose_links_stay_whole()
    {
        var link = $"https://community.example/account/confirm?code={new string('x', 400)}";
        await AddAsync("Hello", $"Open this:\n{link}\n", null);

        await WorkAsync(server: null);

        var file = Assert.Single(Directory.GetFiles(_folder.FullName));
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        Assert.Contains(link, await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task AddAsync(string subject, string body, string? unsubscribeUrl) =>
        Community.InScopeAsync(null, null, async services =>
        {
            services.GetRequiredService<Outbox>().Add("ada@example.org", subject, body, unsubscribeUrl);
            return await services
                .GetRequiredService<ConnectGate.Foundation.Data.ConnectGateContext>()
                .SaveChangesAsync(Token);
        });

    // The worker as the application runs it, once.
    private Task WorkAsync(MailSettings.Smtp? server) => Community.InScopeAsync(null, null, async services =>
        {
            var settings = new MailSettings(new MailAddress("community@example.org"), _folder.FullName, server);
            var site = Options.Create(new SiteOptions { Name = "Community" });
            IMailServer target = server is null ? new MailFolder(settings, site) : new SmtpServer(settings, site);
            using var worker = new MailWorker(
                services.GetRequiredService<IServiceScopeFactory>(),
                target,
                Community.Clock,
                NullLogger<MailWorker>.Instance
            );
            return await worker.OnceAsync(Token);
        });

    private static async Task UntilItAnswersAsync(int port)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
