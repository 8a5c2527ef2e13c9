using System.Globalization;
using ConnectGate.People.Mail;
using MimeKit;
using MimeKit.Text;

namespace ConnectGate.Web.Hosting.Mail;

/// <summary>A mail as it goes over the wire.</summary>
internal static class MailMessages
{
    // RFC 5321, 4.5.3.1.6: a line of text has at most 1,000 octets with its end. Shorter lines stay whole, and with
    // them their links.
    private const int LongestLine = 998;

    public static MimeMessage Of(ClaimMail.Mail mail, MailboxAddress from, string communityName)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = new DateTimeOffset(mail.WrittenAt, TimeSpan.Zero),
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body },
            // The same on each try, so that a mailbox can recognise a mail that arrived twice.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{mail.Id}.{mail.WrittenAt.Ticks}@{from.Domain}"),
        };
        message.From.Add(new MailboxAddress(communityName, from.Address));
        message.To.Add(new MailboxAddress(null, mail.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.UnsubscribeUrl is { } url)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{url}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Prepare(EncodingConstraint.SevenBit, LongestLine);
        return message;
    }
}
