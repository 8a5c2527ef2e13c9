using System.Text;
using ConnectGate.Foundation;
using ConnectGate.Gate;
using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using Microsoft.Extensions.Options;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>
/// Writes a digest in its reader's language. An entry names the person, the act and a link, never the text that the
/// person wrote.
/// </summary>
internal sealed class DigestMail(
    ConnectGateContext context,
    Outbox outbox,
    Tickets tickets,
    IOptions<SiteOptions> site,
    Words words
)
{
    private const int MostLines = 30;

    // A member may read a mail long after it arrived.
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(730);

    /// <summary>Adds the mail to the context and does not save.</summary>
    public async Task WriteAsync(Member member, IReadOnlyList<Notification> news, CancellationToken cancellationToken)
    {
        var to = await context
            .Users.Where(account => account.Id == member.Id)
            .Select(account => account.Email!)
            .SingleAsync(cancellationToken);
        var actorIds = news.Select(told => told.ActorId).OfType<long>().Distinct().ToList();
        var actors = await context
            .Members.Where(actor => actorIds.Contains(actor.Id))
            .Select(actor => new
            {
                actor.Id,
                actor.Handle,
                actor.DisplayName,
            })
            .ToDictionaryAsync(actor => actor.Id, actor => (actor.Handle, actor.DisplayName), cancellationToken);
        var subjects = news.Where(told => told.Kind == NotificationKind.LetterArrived)
            .Select(told => told.Subject)
            .ToList();
        var reasons = await context
            .Requests.Where(letter => subjects.Contains(letter.PublicId))
            .ToDictionaryAsync(
                letter => letter.PublicId,
                letter => letter.Reason,
                StringComparer.Ordinal,
                cancellationToken
            );

        var groupIds = news.Select(told => told.GroupId).OfType<long>().Distinct().ToList();
        var groups = await context
            .Groups.Where(group => groupIds.Contains(group.Id))
            .ToDictionaryAsync(group => group.Id, group => group.Name, cancellationToken);

        var language = words.LanguageOf(member.PreferredLanguage);
        string Say(string name, params object?[] values) => words.Say(Words.Format(name, values), language);
        var body = new StringBuilder(Say("digest-begins", member.DisplayName, site.Value.Name)).Append("\n\n");
        foreach (var told in news.Take(MostLines))
        {
            var (handle, name) = told.ActorId is { } actor
                ? actors[actor]
                : ("", told.GroupId is { } group ? groups[group] : "");
            var reason =
                told.Kind == NotificationKind.LetterArrived ? Words.Of($"digest-reason-{reasons[told.Subject]}") : null;
            body.Append(Say(ToldKind.Of(told.Kind).DigestText, name, reason))
                .Append('\n')
                .Append(AddressOf(told, handle))
                .Append("\n\n");
        }

        if (news.Count > MostLines)
        {
            body.Append(Say("digest-and-more")).Append('\n').Append(site.Value.LinkTo("notifications")).Append("\n\n");
        }

        var end = site.Value.LinkTo($"unsubscribe/{tickets.Make(TicketPurpose.EndDigest, member.Id, "", LinkLasts)}");
        body.Append(Say("digest-ends", site.Value.LinkTo("settings/digest"), end)).Append('\n');
        outbox.Add(to, Say("digest-subject", site.Value.Name), body.ToString(), end);
    }

    // News is unread and not over, so the address needs neither flag.
    private string AddressOf(Notification told, string handle) =>
        site.Value.LinkTo(ToldKind.Of(told.Kind).Address(new(told.Subject, handle)) ?? "notifications");
}
