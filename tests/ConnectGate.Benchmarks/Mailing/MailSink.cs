using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConnectGate.Benchmarks.Mailing;

/// <summary>
/// A mail server on this machine. It takes every mail and keeps none. It answers at once, as servers in use do; the
/// tests' server waits 40 ms before the second of two answers (Nagle's algorithm).
/// </summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly ConcurrentDictionary<string, bool> _recipients = new(StringComparer.Ordinal);
    private readonly Task _running;
    private int _mails;

    public MailSink()
    {
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Mails => Volatile.Read(ref _mails);

    public int Recipients => _recipients.Count;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The benchmark ends.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await AnswerAsync("220 localhost ESMTP");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line[..4].ToUpperInvariant())
            {
                case "EHLO":
                    await AnswerAsync("250-localhost\r\n250-PIPELINING\r\n250 8BITMIME");
                    break;
                case "DATA":
                    await AnswerAsync("354 Go on");
                    while (await reader.ReadLineAsync() is not (null or "."))
                    {
                        // The mail.
                    }

                    Interlocked.Increment(ref _mails);
                    await AnswerAsync("250 Taken");
                    break;
                case "QUIT":
                    await AnswerAsync("221 Good bye");
                    return;
                case "RCPT":
                    _recipients[line] = true;
                    await AnswerAsync("250 OK");
                    break;
                default:
                    await AnswerAsync("250 OK");
                    break;
            }
        }

        Task AnswerAsync(string text) =>
            stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), CancellationToken.None).AsTask();
    }
}
