using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace ConnectGate.Tests.Support.Mail;

/// <summary>
/// A real SMTP server on loopback that keeps the mail it takes. It rejects the recipient <see cref="Rejected"/>. The
/// browser tests compile this file too.
/// </summary>
public sealed class TestMailServer : IAsyncDisposable
{
    public const string Host = "127.0.0.1",
        User = "community",
        Password = "correct horse",
        Nobody = "nobody@example.org";

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private int _connections;

    private TestMailServer(X509Certificate2? certificate, bool isSecure, bool asksForPassword, bool asciiOnly = false)
    {
        var options = new SmtpServerOptionsBuilder()
            .ServerName(Host)
            .Endpoint(endpoint =>
            {
                endpoint
                    .Endpoint(new IPEndPoint(IPAddress.Loopback, Port))
                    .IsSecure(isSecure)
                    .AllowUnsecureAuthentication()
                    .AuthenticationRequired(asksForPassword);
                if (certificate is not null)
                {
                    endpoint.Certificate(certificate);
                }
            })
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(Mails));
        services.Add(new Recipients(this));
        services.Add(new Passwords());
        if (asciiOnly)
        {
            services.Add(new AsciiOnly());
        }

        var server = new SmtpServer.SmtpServer(options, services);
        server.SessionCreated += (_, _) => Interlocked.Increment(ref _connections);
        _running = server.StartAsync(_stop.Token);
    }

    public int Port { get; } = FreePort();

    /// <summary>How many connections were opened so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public ConcurrentQueue<Received> Mails { get; } = [];

    /// <summary>At first <see cref="Nobody"/>.</summary>
    public string? Rejected { get; set; } = Nobody;

    /// <summary>A mail as it arrived.</summary>
    /// <param name="To">The recipient of the envelope.</param>
    /// <param name="IsSecure">Whether it came over TLS.</param>
    /// <param name="User">Null where nobody signed in.</param>
    /// <param name="Message">The mail itself.</param>
    public sealed record Received(string To, bool IsSecure, string? User, MimeMessage Message);

    /// <summary>Offers no TLS.</summary>
    public static TestMailServer Plain(bool asksForPassword = false, bool asciiOnly = false) =>
        new(null, isSecure: false, asksForPassword, asciiOnly);

    /// <summary>Offers STARTTLS.</summary>
    public static TestMailServer StartTls(X509Certificate2 certificate, bool asksForPassword = false) =>
        new(certificate, isSecure: false, asksForPassword);

    /// <summary>Speaks TLS from the first byte.</summary>
    public static TestMailServer ImplicitTls(X509Certificate2 certificate, bool asksForPassword = false) =>
        new(certificate, isSecure: true, asksForPassword);

    /// <summary>A certificate for 127.0.0.1 that nobody trusts yet.</summary>
    public static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ConnectGate tests", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private sealed class Store(ConcurrentQueue<Received> mails) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            mails.Enqueue(
                new Received(
                    transaction.To[0].AsAddress(),
                    context.Pipe.IsSecure,
                    context.Authentication.IsAuthenticated ? context.Authentication.User : null,
                    MimeMessage.Load(bytes, cancellationToken)
                )
            );
            return Task.FromResult(SmtpResponse.Ok);
        }
    }

    private sealed class Recipients(TestMailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox from,
            CancellationToken cancellationToken
        ) => Task.FromResult(to.AsAddress() != server.Rejected);
    }

    private sealed class Passwords : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(
            ISessionContext context,
            string user,
            string password,
            CancellationToken cancellationToken
        ) => Task.FromResult((user, password) == (User, Password));
    }

    private sealed class AsciiOnly : SmtpCommandFactory
    {
        public override SmtpCommand CreateEhlo(string domainOrAddress) => new Ehlo(domainOrAddress);

        private sealed class Ehlo(string domainOrAddress) : EhloCommand(domainOrAddress)
        {
            protected override IEnumerable<string> GetExtensions(ISessionContext context) =>
                base.GetExtensions(context).Where(extension => extension != "SMTPUTF8");
        }
    }
}
