using System.Globalization;
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

    public int Connections => settings.Server!.Connections;

    public int? PerMinute => settings.Server!.PerMinute;

    public IMailBatch NewBatch() => new Batch(settings, site.Value.Name);

    private sealed class Batch : IMailBatch
    {
        private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(5);

        private readonly SmtpClient _client;
        private readonly MailSettings _settings;
        private readonly string _communityName;
        private MailFaultKind? _certificateProblem;
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
                throw new MailNotSentException(Cause(failed, MailFaultKind.NoSmtpUtf8), failed);
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

            var needed = MailFaultKind.NoStartTls;
            try
            {
                await _client.ConnectAsync(server.Host, server.Port, Encryption(server.Tls), cancellationToken);
                if (server is { User: { } user, Password: { } password })
                {
                    needed = MailFaultKind.NoSignIn;
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
                errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? MailFaultKind.CertificateForOtherHost
                : chain?.ChainStatus.Any(found => found.Status == X509ChainStatusFlags.NotTimeValid) == true
                    ? MailFaultKind.CertificateOutOfDate
                : MailFaultKind.CertificateNotTrusted;
            return errors == SslPolicyErrors.None;
        }

        // The server's own words can hold the address, so only its number is told.
        private MailFault Cause(Exception failed, MailFaultKind missing) =>
            failed switch
            {
                SslHandshakeException => new(_certificateProblem ?? MailFaultKind.HandshakeFailed),
                AuthenticationException => new(MailFaultKind.SignInRefused),
                ServiceNotAuthenticatedException => new(MailFaultKind.SignInDemanded),
                SmtpCommandException refused => new(
                    Rejected(refused.ErrorCode),
                    ((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture)
                ),
                NotSupportedException => new(missing),
                SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new(
                    MailFaultKind.ConnectionRefused
                ),
                SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound
                        or SocketError.NoData
                        or SocketError.TryAgain
                        or SocketError.NoRecovery
                } => new(MailFaultKind.HostUnknown),
                SocketException unreachable => new(MailFaultKind.NoConnection, unreachable.SocketErrorCode.ToString()),
                OperationCanceledException => new(MailFaultKind.NoAnswer),
                IOException or ProtocolException or ServiceNotConnectedException => new(MailFaultKind.ConnectionBroke),
                _ => new(MailFaultKind.Other, failed.GetType().Name),
            };

        private static MailFaultKind Rejected(SmtpErrorCode code) =>
            code switch
            {
                SmtpErrorCode.RecipientNotAccepted => MailFaultKind.RecipientRejected,
                SmtpErrorCode.SenderNotAccepted => MailFaultKind.SenderRejected,
                SmtpErrorCode.MessageNotAccepted => MailFaultKind.MessageRejected,
                _ => MailFaultKind.CommandRejected,
            };
    }
}
