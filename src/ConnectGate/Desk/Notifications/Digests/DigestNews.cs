using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>One entry of a digest.</summary>
/// <param name="MemberId">The reader.</param>
/// <param name="Kind">The kind of the notification.</param>
/// <param name="Subject">See <see cref="Notification.Subject"/>.</param>
/// <param name="Handle">Of the member who acted; null where the community itself did.</param>
/// <param name="Name">Of the member who acted, or else of the group; null where there is neither.</param>
/// <param name="Reason">Of the letter; null for a notification that is not about a letter.</param>
internal sealed record NewsEntry(
    long MemberId,
    NotificationKind Kind,
    string Subject,
    string? Handle,
    string? Name,
    Reason? Reason
);

internal static class DigestNews
{
    /// <summary>
    /// The news of these members, by their ids: what they have not read and what became visible after their last digest
    /// and before the next one is due. The oldest comes first. Members without news are absent.
    /// </summary>
    public static async Task<ILookup<long, NewsEntry>> OfAsync(
        ConnectGateContext context,
        List<long> memberIds,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        (
            await (
                from reader in context.Members
                where memberIds.Contains(reader.Id)
                join told in Unread(context, now) on reader.Id equals told.MemberId
                where told.VisibleFrom > reader.Digest.CoveredUntil && told.VisibleFrom <= reader.DigestDueAt
                from actor in context.Members.Where(actor => actor.Id == told.ActorId).DefaultIfEmpty()
                from @group in context.Groups.Where(@group => @group.Id == told.GroupId).DefaultIfEmpty()
                from letter in context.Requests.Where(letter => letter.PublicId == told.Subject).DefaultIfEmpty()
                orderby told.MemberId, told.VisibleFrom, told.Id
                select new NewsEntry(
                    told.MemberId,
                    told.Kind,
                    told.Subject,
                    actor.Handle,
                    actor.DisplayName ?? @group.Name,
                    (Reason?)letter.Reason
                )
            ).ToListAsync(cancellationToken)
        ).ToLookup(entry => entry.MemberId);

    // A letter is no longer news after it was opened or decided, nor after its connector answered.
    private static IQueryable<Notification> Unread(ConnectGateContext context, DateTime now) =>
        context.Notifications.Where(told =>
            told.ReadAt == null
            && (
                told.Kind != NotificationKind.LetterArrived
                || context
                    .Requests.Waiting(now)
                    .Any(letter => letter.PublicId == told.Subject && letter.OpenedAt == null)
            )
            && (
                told.Kind != NotificationKind.AskedToIntroduce
                || context.Introductions.Any(asked => asked.Request.PublicId == told.Subject && asked.Answer == null)
            )
        );
}
