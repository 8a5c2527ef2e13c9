using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ConnectGate.Foundation;
using ConnectGate.People.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>Sends mail by SMTP.</summary>
internal sealed class SmtpMailServer(MailSettings settings, IOptions<SiteOptions> site) : IMailServer
{
    public string Name => settings.Server!.ToString();

    public IMailBatch NewBatch() => new Batch(settings, site.Value.Name);

    private sealed class Batch : IMailBatch
    {
        private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(5);

        private readonly SmtpClient _client;
        private readonly MailSettings _settings;
        private readonly string _communityName;
        private string? _certificateProblem;
        private MailNotSentException? _noConnection;

        public Batch(MailSettings settings, string communityName)
        {
            (_settings, _communityName) = (settings, communityName);
            _client = new SmtpClient
            {
                // A private authority often publishes no list of revoked certificates, which counts as an error here.
                CheckCertificateRevocation = false,
                ServerCertificateValidationCallback = (_, _, chain, errors) => IsTrusted(chain, errors),
            };
        }

        public async Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken)
        {
            await ConnectAsync(_settings.Server!, cancellationToken);
            try
            {
                using var message = MailMessages.Of(mail, _settings.From, _communityName);
                CheckName(message);
                await _client.SendAsync(message, cancellationToken);
            }
            catch (Exception failed)
            {
                throw new MailNotSentException(Cause(failed, "an address outside ASCII (SMTPUTF8)"), failed);
            }
        }

        public async ValueTask DisposeAsync()
        {
            using var limited = new CancellationTokenSource(FarewellTime);
            await _client.DisconnectAsync(quit: true, limited.Token);
            _client.Dispose();
        }

        // A server that could not be reached is not asked again for each mail of the batch: each try may take its
        // whole time limit.
        private async Task ConnectAsync(SmtpSettings server, CancellationToken cancellationToken)
        {
            if (_noConnection is not null)
            {
                throw _noConnection;
            }

            if (_client.IsConnected)
            {
                return;
            }

            var needed = "STARTTLS";
            try
            {
                await _client.ConnectAsync(server.Host, server.Port, Encryption(server.Tls), cancellationToken);
                if (server is { User: { } user, Password: { } password })
                {
                    needed = "signing in";
                    await _client.AuthenticateAsync(user, password, cancellationToken);
                }
            }
            catch (Exception failed)
            {
                _noConnection = new MailNotSentException(Cause(failed, needed), failed);
                throw _noConnection;
            }
        }

        // MailKit writes the domain in ASCII where it must, but would send any name before the @.
        private void CheckName(MimeMessage message)
        {
            if (
                !_client.Capabilities.HasFlag(SmtpCapabilities.UTF8)
                && message.To.Mailboxes.Any(to => !Ascii.IsValid(to.LocalPart))
            )
            {
                throw new NotSupportedException();
            }
        }

        // "Auto" and "when available" would send in the clear where somebody between the two removes STARTTLS.
        private static SecureSocketOptions Encryption(SmtpTls tls) =>
            tls switch
            {
                SmtpTls.None => SecureSocketOptions.None,
                SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.StartTls,
            };

        // The answer is the framework's; only its reason is kept for the log.
        private bool IsTrusted(X509Chain? chain, SslPolicyErrors errors)
        {
            _certificateProblem =
                errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "is for another host"
                : chain?.ChainStatus.Any(found => found.Status == X509ChainStatusFlags.NotTimeValid) == true
                    ? "is out of date"
                : "is not trusted";
            return errors == SslPolicyErrors.None;
        }

        // The server's own words can hold the address, so only its number is told.
        private string Cause(Exception failed, string needed) =>
            failed switch
            {
                SslHandshakeException when _certificateProblem is not null =>
                    $"the server's certificate {_certificateProblem}",
                SslHandshakeException => "the TLS handshake failed; the port may expect another kind of TLS",
                AuthenticationException => "the server refused the user or the password",
                ServiceNotAuthenticatedException => "the server demands a user and a password",
                SmtpCommandException refused => $"the server rejected {Rejected(refused.ErrorCode)} "
                    + $"({(int)refused.StatusCode})",
                NotSupportedException => $"the server does not support {needed}",
                SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "the connection was refused",
                SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound
                        or SocketError.NoData
                        or SocketError.TryAgain
                        or SocketError.NoRecovery
                } => "the host is unknown",
                SocketException unreachable => $"no connection ({unreachable.SocketErrorCode})",
                OperationCanceledException => "the server did not answer in time",
                IOException or ProtocolException or ServiceNotConnectedException => "the connection broke",
                _ => failed.GetType().Name,
            };

        private static string Rejected(SmtpErrorCode code) =>
            code switch
            {
                SmtpErrorCode.RecipientNotAccepted => "the recipient",
                SmtpErrorCode.SenderNotAccepted => "the sender",
                SmtpErrorCode.MessageNotAccepted => "the message",
                _ => "the command",
            };
    }
}
