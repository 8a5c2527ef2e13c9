using System.Diagnostics;
using ConnectGate.Foundation;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Text;
using ConnectGate.Web.Hosting.Mail;
using ConnectGate.Web.Hosting.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ConnectGate.Benchmarks.Mailing;

/// <summary>
/// Measures the hour at which everybody's digest is due. One node's workers write the digests and send them, to a mail
/// server in the same process. Meanwhile another writer waits for its turn every 50 ms.
/// </summary>
internal static class Digests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task RunAsync(int members, string? postgres)
    {
        await using var community = await DueCommunity.NewAsync(members, postgres);
        await using var sink = new MailSink();
        using var stop = new CancellationTokenSource();
        var scopes = community.Services.GetRequiredService<IServiceScopeFactory>();
        using var digests = new DigestWorker(scopes, TimeProvider.System, NullLogger<DigestWorker>.Instance);
        using var mails = new MailWorker(
            scopes,
            new SmtpMailServer(
                new MailSettings(
                    new MailboxAddress(null, "community@example.org"),
                    "",
                    new SmtpSettings("127.0.0.1", sink.Port, SmtpTls.None, null, null)
                ),
                Options.Create(new SiteOptions())
            ),
            community.Services.GetRequiredService<Words>(),
            TimeProvider.System,
            NullLogger<MailWorker>.Instance
        );

        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var waits = WriteMeanwhileAsync(community.Services, stop.Token);
        await mails.StartAsync(CancellationToken.None);
        while (await digests.OnceAsync(CancellationToken.None))
        {
            // The next batch.
        }

        var written = watch.Elapsed.TotalSeconds;
        while (sink.Mails < members)
        {
            await Task.Delay(Pause);
        }

        var sent = watch.Elapsed.TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        await mails.StopAsync(CancellationToken.None);
        await stop.CancelAsync();
        var each = await waits;
        each.Sort();
        Console.WriteLine(
            $"{members:N0} digests due at one hour: all written after {written:0.0} s and sent after {sent:0.0} s "
                + $"({members / sent:0} a second), processor {processor.TotalMilliseconds / members:0.00} ms each; "
                + $"{sink.Mails:N0} mails to {sink.Recipients:N0} people; another writer: median "
                + $"{each[each.Count / 2]:0.0} ms, p99 {each[(int)(each.Count * 0.99)]:0.0} ms, most {each[^1]:0.0} ms "
                + "(goal: 100,000 in 900 s)"
        );
    }

    private static async Task<List<double>> WriteMeanwhileAsync(IServiceProvider services, CancellationToken stop)
    {
        var each = new List<double>();
        while (!stop.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await ConnectGateDatabase.TryAsync(services, CancellationToken.None);
            each.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(Pause, CancellationToken.None);
        }

        return each;
    }
}
