using System.Text.RegularExpressions;
using ConnectGate.Tests.Support.Mail;

namespace ConnectGate.BrowserTests;

/// <summary>A real SMTP server on loopback, and the links in what it takes.</summary>
public sealed partial class MailServer : IAsyncDisposable
{
    private readonly TestMailServer _server = TestMailServer.Plain();

    /// <summary>The port it listens on.</summary>
    public int Port => _server.Port;

    /// <summary>The first link in the newest mail to that address; waits for the mail.</summary>
    public async Task<string> LinkAsync(string address, CancellationToken cancellationToken)
    {
        string? link = null;
        await Eventually.TrueAsync(
            () =>
            {
                var newest = _server.Mails.LastOrDefault(mail => mail.To == address);
                link = newest is null ? null : Link().Match(newest.Message.TextBody!).Value;
                return Task.FromResult(!string.IsNullOrEmpty(link));
            },
            $"a mail with a link to {address} arrives",
            cancellationToken
        );
        return link!;
    }

    /// <summary>Forgets the mail so far, so that the next link is a new one.</summary>
    public void Clear() => _server.Mails.Clear();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex Link();
}
