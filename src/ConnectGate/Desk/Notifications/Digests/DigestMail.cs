using System.Text;
using ConnectGate.Foundation;
using ConnectGate.Gate;
using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using Microsoft.Extensions.Options;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>Writes a digest: who did what, never what they wrote, each with the way there.</summary>
internal sealed class DigestMail(ConnectGateContext context, Outbox outbox, Tickets tickets, IOptions<SiteOptions> site)
{
    private const int MostLines = 30;

    // A mail may be read long after it came.
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(730);

    /// <summary>Adds the mail, unsaved.</summary>
    /// <param name="member">To whom.</param>
    /// <param name="news">What to tell, oldest first.</param>
    /// <param name="cancellationToken">Ends it.</param>
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

        var body = new StringBuilder(Words.Format("digest-begins", member.DisplayName, site.Value.Name)).Append("\n\n");
        foreach (var told in news.Take(MostLines))
        {
            var (handle, name) = told.ActorId is { } actor
                ? actors[actor]
                : ("", told.GroupId is { } group ? groups[group] : "");
            body.Append(Line(told, name, reasons))
                .Append('\n')
                .Append(site.Value.LinkTo(Way(told, handle)))
                .Append("\n\n");
        }

        if (news.Count > MostLines)
        {
            body.Append(Words.Of("digest-and-more"))
                .Append('\n')
                .Append(site.Value.LinkTo("notifications"))
                .Append("\n\n");
        }

        var end = site.Value.LinkTo($"unsubscribe/{tickets.Make(TicketPurpose.EndDigest, member.Id, "", LinkLasts)}");
        body.Append(Words.Format("digest-ends", site.Value.LinkTo("settings/digest"), end)).Append('\n');
        outbox.Add(to, Words.Format("digest-subject", site.Value.Name), body.ToString(), end);
    }

    private static string Line(Notification told, string name, Dictionary<string, Reason> reasons) =>
        told.Kind switch
        {
            NotificationKind.LetterArrived => Words.Format(
                "digest-letter",
                name,
                Words.Of($"digest-reason-{reasons[told.Subject]}")
            ),
            NotificationKind.Connected => Words.Format("digest-connected", name),
            NotificationKind.DeclinedWithWords => Words.Format("digest-words", name),
            NotificationKind.MessageArrived => Words.Format("digest-message", name),
            NotificationKind.ReferenceAsked => Words.Format("digest-reference-asked", name),
            NotificationKind.ReferenceAnswered => Words.Format("digest-reference-answered", name),
            NotificationKind.RecipientWrote => Words.Format("digest-recipient-wrote", name),
            NotificationKind.SenderAnswered => Words.Format("digest-sender-answered", name),
            NotificationKind.Suspended => Words.Of("digest-suspended"),
            NotificationKind.InvitedToGroup => Words.Format("digest-invited", name),
            NotificationKind.RemovedFromGroup => Words.Format("digest-removed", name),
            NotificationKind.AskedToIntroduce => Words.Format("digest-asked-to-introduce", name),
            NotificationKind.IntroductionOffered => Words.Format("digest-introduction-offered", name),
            NotificationKind.BothAgreed => Words.Format("digest-both-agreed", name),
            _ => throw new InvalidOperationException($"Nothing says how to tell {told.Kind}."),
        };

    private static string Way(Notification told, string handle) =>
        told.Kind switch
        {
            NotificationKind.LetterArrived => $"inbox/{told.Subject}",
            NotificationKind.Connected or NotificationKind.MessageArrived => $"conversations/{handle}",
            NotificationKind.DeclinedWithWords => "sent",
            NotificationKind.InvitedToGroup => $"groups/{told.Subject}/invitation",
            NotificationKind.AskedToIntroduce => $"introductions/{told.Subject}",
            NotificationKind.IntroductionOffered or NotificationKind.BothAgreed =>
                $"introductions/offers/{told.Subject}",
            NotificationKind.RecipientWrote => $"sent/{told.Subject[..PublicId.Length]}",
            NotificationKind.SenderAnswered => $"inbox/{told.Subject[..PublicId.Length]}",
            NotificationKind.ReferenceAsked or NotificationKind.ReferenceAnswered => $"references/{told.Subject}",
            _ => "notifications",
        };
}
