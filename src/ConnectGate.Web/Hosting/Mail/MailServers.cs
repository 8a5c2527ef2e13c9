using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ConnectGate.Foundation;
using ConnectGate.People.Mail;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>Where mail leaves this application.</summary>
internal interface IMailServer
{
    /// <summary>Hands a mail over.</summary>
    /// <exception cref="SmtpException">The server did not take it.</exception>
    Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken);
}

/// <summary>By SMTP.</summary>
internal sealed class SmtpServer(MailSettings settings, IOptions<SiteOptions> site) : IMailServer
{
    public async Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken)
    {
        var server = settings.Server!;
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Tls };
        if (server.User is { } user)
        {
            client.Credentials = new NetworkCredential(user, server.Password);
        }

        using var message = MailMessages.Of(mail, settings.From, site.Value.Name);
        await client.SendMailAsync(message, cancellationToken);
    }
}

/// <summary>Into a folder, one file a mail, complete as soon as it has its name.</summary>
internal sealed class MailFolder(MailSettings settings, IOptions<SiteOptions> site) : IMailServer
{
    public async Task SendAsync(ClaimMail.Mail mail, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(settings.Folder, ".unfinished", mail.Id.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(unfinished);
        using var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = unfinished,
        };
        using var message = MailMessages.Of(mail, settings.From, site.Value.Name);
        await client.SendMailAsync(message, cancellationToken);
        foreach (var file in Directory.GetFiles(unfinished))
        {
            File.Move(file, Path.Combine(settings.Folder, $"{mail.Id:D6}.eml"), overwrite: true);
        }

        Directory.Delete(unfinished);
    }
}

/// <summary>A mail as it goes over the wire.</summary>
internal static class MailMessages
{
    // RFC 5321, 4.5.3.1.6: a line of text has at most 1,000 octets with its end.
    private const int LongestLine = 998;

    public static MailMessage Of(ClaimMail.Mail mail, MailAddress from, string communityName)
    {
        var message = new MailMessage
        {
            From = new MailAddress(from.Address, communityName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,

            // Plain where it can be, so that links stay whole for whoever reads the file.
            BodyTransferEncoding =
                Ascii.IsValid(mail.Body) && Array.TrueForAll(mail.Body.Split('\n'), line => line.Length < LongestLine)
                    ? TransferEncoding.SevenBit
                    : TransferEncoding.QuotedPrintable,
        };
        message.To.Add(new MailAddress(mail.To));

        // The same mail tried twice has the same name, for whoever received it twice.
        message.Headers.Add(
            "Message-ID",
            string.Create(CultureInfo.InvariantCulture, $"<{mail.Id}.{mail.WrittenAt.Ticks}@{from.Host}>")
        );
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.UnsubscribeUrl is { } url)
        {
            message.Headers.Add("List-Unsubscribe", $"<{url}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
