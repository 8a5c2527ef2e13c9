using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Attempts.Kept;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Letters.Attempts;

/// <summary>What stands between the sender of an attempt and its recipient.</summary>
internal sealed class BetweenTwo
{
    private static readonly CompiledQuery<
        Func<
            ConnectGateContext,
            long,
            long,
            long,
            long,
            DateTime,
            DateTime,
            DateTime,
            DateTime,
            IAsyncEnumerable<BetweenTwo>
        >
    > Query = Compiled.Query<long, long, long, long, DateTime, DateTime, DateTime, DateTime, BetweenTwo>(
        (context, senderId, recipientId, low, high, now, endedAfter, weekBegins, weekEnds) =>
        {
            var (suspended, absent) = (context.Suspensions.InForce(now), context.Absent(now));
            var live = context.Connections.Live(now);
            var known = context.Connections.KnownTo(senderId, now);
            var ended = context.Connections.EndedLately(context.Blocks, endedAfter);
            var bySender = context.Blocks.By(senderId, recipientId);
            var byRecipient = context.Blocks.By(recipientId, senderId);
            var kept = context.KeptWaits.Where(one => one.SenderId == senderId && one.RecipientId == recipientId);
            var strangers = context.Requests.FromStrangers();
            // The row of the lower member, so that the requests are joined by a key of theirs.
            return from first in context.Members
                where first.Id == low
                select new BetweenTwo
                {
                    SenderIsSuspended = suspended.Any(one => one.MemberId == senderId),
                    RecipientIsAbsent = absent.Any(one => one.MemberId == recipientId),
                    AreConnected = live.Any(one => one.LowId == low && one.HighId == high),
                    SenderKnowsOfConnection = known.Any(one => one.LowId == low && one.HighId == high),
                    ConnectionEndedAt = ended
                        .Where(one => one.LowId == low && one.HighId == high)
                        .Max(one => one.EndedAt),
                    KeptUntil = kept.Max(one => one.Until),
                    KeptForGood = kept.Any(one => one.Until == null),
                    BlockedBySender = bySender.Any(),
                    BlockedByRecipient = byRecipient.Any(),
                    StrangersThisWeek = strangers.Count(letter =>
                        letter.RecipientId == recipientId && letter.SentAt >= weekBegins && letter.SentAt < weekEnds
                    ),
                    Requests = context.Requests.Where(one => one.LowId == first.Id && one.HighId == high).ToList(),
                };
        }
    );

    public required bool SenderIsSuspended { get; init; }

    public required bool RecipientIsAbsent { get; init; }

    /// <summary>Whether they are connected. The grace of an acceptance is over.</summary>
    public required bool AreConnected { get; init; }

    /// <summary>Whether they are connected as far as the sender knows; see <see cref="Links.KnownTo"/>.</summary>
    public required bool SenderKnowsOfConnection { get; init; }

    /// <summary>
    /// When a connection ended that still keeps them from asking; see <see cref="Links.EndedLately"/>.
    /// </summary>
    public required DateTime? ConnectionEndedAt { get; init; }

    /// <summary>
    /// When the wait of a former member with the sender's address is over; see <see cref="KeptWait"/>.
    /// </summary>
    public required DateTime? KeptUntil { get; init; }

    /// <summary>Whether the recipient declined for good what such a member wrote.</summary>
    public required bool KeptForGood { get; init; }

    public required bool BlockedBySender { get; init; }

    public required bool BlockedByRecipient { get; init; }

    /// <summary>How many strangers' letters the recipient got this week.</summary>
    public required int StrangersThisWeek { get; init; }

    /// <summary>All requests between the two, in either direction. Tracked.</summary>
    public required IReadOnlyList<ConnectionRequest> Requests { get; init; }

    /// <summary>Needs one statement.</summary>
    /// <param name="endedAfter">Connections that ended earlier keep nobody from asking.</param>
    public static async Task<BetweenTwo> ReadAsync(
        ConnectGateContext context,
        (long Sender, long Recipient) pair,
        DateTime now,
        DateTime endedAfter,
        CancellationToken cancellationToken
    )
    {
        var (weekBegins, weekEnds) = StrangersLetters.WeekOf(now);
        return await Query
            .For(context)(
                context,
                pair.Sender,
                pair.Recipient,
                Math.Min(pair.Sender, pair.Recipient),
                Math.Max(pair.Sender, pair.Recipient),
                now,
                endedAfter,
                weekBegins,
                weekEnds
            )
            .SingleAsync(cancellationToken);
    }
}
