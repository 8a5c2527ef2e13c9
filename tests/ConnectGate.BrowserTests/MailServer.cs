using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ConnectGate.BrowserTests;

/// <summary>
/// A real SMTP server (Debian's python3-aiosmtpd) on loopback that keeps what it is sent in a maildir.
/// </summary>
public sealed partial class MailServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectgate-mail-");
    private Process? _server;

    /// <summary>The port it listens on.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Whether this machine has the server.</summary>
    public static bool IsInstalled => Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd");

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Debian's own Python, since that is the one for which Debian's package is installed.
        _server = Process.Start(
            new ProcessStartInfo("/usr/bin/python3")
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
                    $"127.0.0.1:{Port}",
                },
            }
        );
        await Eventually.TrueAsync(AnswersAsync, "the SMTP server answers", cancellationToken);
    }

    /// <summary>The first link in the newest mail to that address; waits for the mail.</summary>
    public async Task<string> LinkAsync(string address, CancellationToken cancellationToken)
    {
        string? link = null;
        await Eventually.TrueAsync(
            () =>
            {
                link = Newest(address) is { } mail ? Link().Match(Decoded(mail)).Value : null;
                return Task.FromResult(!string.IsNullOrEmpty(link));
            },
            $"a mail with a link to {address} arrives",
            cancellationToken
        );
        return link!;
    }

    /// <summary>Forgets the mails so far, so that the next link is from a new one.</summary>
    public void Clear()
    {
        foreach (var mail in Mails())
        {
            mail.Delete();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private IEnumerable<FileInfo> Mails() =>
        new DirectoryInfo(Path.Combine(_folder.FullName, "box", "new")) is { Exists: true } box
            ? box.EnumerateFiles()
            : [];

    private string? Newest(string address) =>
        Mails()
            .OrderByDescending(mail => mail.LastWriteTimeUtc)
            .Select(mail => File.ReadAllText(mail.FullName))
            .FirstOrDefault(text => text.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase));

    // Quoted-printable or base64, whatever the client chose; nothing here depends on which.
    private static string Decoded(string mail)
    {
        var body = mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        if (mail.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase))
        {
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("").Trim()));
        }

        return mail.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase)
            ? body.Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal)
            : body;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex Link();
}
