using System.Text;
using ConnectGate.Foundation;
using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using Microsoft.Extensions.Options;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>A member whose digest is due.</summary>
/// <param name="Id">The member's key.</param>
/// <param name="Email">Where the digest goes.</param>
/// <param name="DisplayName">As the digest greets them.</param>
/// <param name="PreferredLanguage">BCP 47 tag.</param>
/// <param name="Digest">The schedule.</param>
/// <param name="TimeZone">IANA name.</param>
internal sealed record DigestReader(
    long Id,
    string Email,
    string DisplayName,
    string PreferredLanguage,
    DigestSettings Digest,
    string TimeZone
);

/// <summary>
/// Writes a digest in its reader's language. An entry names the person, the act and a link, never the text that the
/// person wrote.
/// </summary>
internal sealed class DigestMail(Outbox outbox, Tickets tickets, IOptions<SiteOptions> site, Words words)
{
    private const int MostEntries = 30;

    // A member may read a mail long after it arrived.
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(730);

    /// <summary>Adds the mail to the context and does not save.</summary>
    public void Write(DigestReader reader, IReadOnlyList<NewsEntry> news)
    {
        var language = words.LanguageOf(reader.PreferredLanguage);
        string Say(string name, params object?[] values) => words.Say(Words.Format(name, values), language);
        var body = new StringBuilder(Say("digest-begins", reader.DisplayName, site.Value.Name)).Append("\n\n");
        foreach (var entry in news.Take(MostEntries))
        {
            var reason =
                entry.Kind == NotificationKind.LetterArrived ? Words.Of($"digest-reason-{entry.Reason}") : null;
            body.Append(Say(ToldKind.Of(entry.Kind).DigestText, entry.Name ?? "", reason))
                .Append('\n')
                .Append(AddressOf(entry))
                .Append("\n\n");
        }

        if (news.Count > MostEntries)
        {
            body.Append(Say("digest-and-more")).Append('\n').Append(site.Value.LinkTo("notifications")).Append("\n\n");
        }

        var end = site.Value.LinkTo($"unsubscribe/{tickets.Make(TicketPurpose.EndDigest, reader.Id, "", LinkLasts)}");
        body.Append(Say("digest-ends", site.Value.LinkTo("settings/digest"), end)).Append('\n');
        outbox.Add(MailKind.Digest, reader.Email, Say("digest-subject", site.Value.Name), body.ToString(), end);
    }

    // News is unread and not over, so the address needs neither flag.
    private string AddressOf(NewsEntry entry) =>
        site.Value.LinkTo(ToldKind.Of(entry.Kind).Address(new(entry.Subject, entry.Handle ?? "")) ?? "notifications");
}
