using System.Collections.Concurrent;
using ConnectGate.Foundation;
using ConnectGate.People.Mail;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Tests.Support.Mail;
using ConnectGate.Web.Hosting.Mail;
using ConnectGate.Web.Hosting.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace ConnectGate.Tests.Web.Mail;

/// <summary>An outbox, the worker that empties it as the application runs it, and the lines it logs.</summary>
public abstract class MailWork() : CommunityTests(Database.Sqlite)
{
    private readonly Lines _log = new();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Where mail goes without a server.</summary>
    private protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("connectgate-mail-");

    private protected IEnumerable<string> Log => _log.Written;

    private protected static SmtpSettings Plain(int port, string? password = null) =>
        new(TestMailServer.Host, port, SmtpTls.None, password is null ? null : TestMailServer.User, password);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task WriteAsync(
        string to,
        string subject = "Hello",
        string body = "Body",
        string? unsubscribeUrl = null,
        MailKind kind = MailKind.Awaited
    ) => Community.InScopeAsync(null, null, async services =>
        {
            services.GetRequiredService<Outbox>().Add(kind, to, subject, body, unsubscribeUrl);
            return await services.GetRequiredService<ConnectGateContext>().SaveChangesAsync(Token);
        });

    /// <summary>One round of the worker; into <see cref="Folder"/> without a server.</summary>
    private protected Task<bool> WorkAsync(SmtpSettings? server) =>
        WorkAsync(server, worker => worker.OnceAsync(Token));

    /// <summary>The rounds of one worker, which remembers how much it has sent.</summary>
    private protected Task<T> WorkAsync<T>(SmtpSettings? server, Func<MailWorker, Task<T>> work) =>
        Community.InScopeAsync(null, null, async services =>
        {
            var settings = new MailSettings(new MailboxAddress(null, "community@example.org"), Folder.FullName, server);
            var site = Options.Create(new SiteOptions { Name = "Community" });
            IMailServer target = server is null ? new MailFolder(settings, site) : new SmtpMailServer(settings, site);
            await using var log = new LoggerConfiguration().WriteTo.Sink(_log).CreateLogger();
            using var factory = new SerilogLoggerFactory(log);
            using var worker = new MailWorker(
                services.GetRequiredService<IServiceScopeFactory>(),
                target,
                services.GetRequiredService<Words>(),
                Community.Clock,
                factory.CreateLogger<MailWorker>()
            );
            return await work(worker);
        });

    private sealed class Lines : ILogEventSink
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            ConnectGate.Web.Hosting.Logging.Log.Format(readable: true).Format(logEvent, line);
            Written.Enqueue(line.ToString().TrimEnd());
        }
    }
}
