using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A letter's sender, and the waiting letters on both sides of it in the order of the inbox: what a page needs that
/// takes a decision and leads on. <see cref="FindNeighbours"/> finds more of them.
/// </summary>
public static class FindNext
{
    /// <summary>Needs one statement. Null where the member cannot open the letter.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <param name="SenderName">The sender's current name.</param>
    /// <param name="Before">The letter before it; null for none.</param>
    /// <param name="After">The letter after it; null for none.</param>
    public sealed record View(string SenderHandle, string SenderName, string? Before, string? After);

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters)
        : IRequestHandler<Query, View?>
    {
        // The order of InboxPlaces. Whether vouched letters come first is part of the statement, not known beforehand.
        private static readonly CompiledQuery<
            Func<ConnectGateContext, string, long, DateTime, DateTime, IAsyncEnumerable<Found>>
        > Places = Compiled.Query<string, long, DateTime, DateTime, Found>(
            (context, id, me, now, leftSince) =>
            {
                var readable = context.Requests.ReadableBy(me, now, leftSince);
                var waiting = readable.Waiting(now);
                var vouchedFirst = context.Members.Where(one =>
                    one.Id == me && one.InboxOrder == InboxOrder.VouchedFirst
                );
                return from letter in readable
                    where letter.PublicId == id
                    join sender in context.Members on letter.SenderId equals sender.Id
                    select new Found
                    {
                        Handle = sender.Handle,
                        Name = sender.DisplayName,
                        Before = waiting
                            .Where(other =>
                                other.CouldBeToAnyone != letter.CouldBeToAnyone ? letter.CouldBeToAnyone
                                : vouchedFirst.Any() && other.IsVouchedFor != letter.IsVouchedFor ? other.IsVouchedFor
                                : other.DeliverAt > letter.DeliverAt
                                    || (other.DeliverAt == letter.DeliverAt && other.Id > letter.Id)
                            )
                            .OrderByDescending(other => other.CouldBeToAnyone)
                            .ThenBy(other => vouchedFirst.Any() && other.IsVouchedFor)
                            .ThenBy(other => other.DeliverAt)
                            .ThenBy(other => other.Id)
                            .Select(other => other.PublicId)
                            .FirstOrDefault(),
                        After = waiting
                            .Where(other =>
                                other.CouldBeToAnyone != letter.CouldBeToAnyone ? other.CouldBeToAnyone
                                : vouchedFirst.Any() && other.IsVouchedFor != letter.IsVouchedFor ? letter.IsVouchedFor
                                : other.DeliverAt < letter.DeliverAt
                                    || (other.DeliverAt == letter.DeliverAt && other.Id < letter.Id)
                            )
                            .OrderBy(other => other.CouldBeToAnyone)
                            .ThenByDescending(other => vouchedFirst.Any() && other.IsVouchedFor)
                            .ThenByDescending(other => other.DeliverAt)
                            .ThenByDescending(other => other.Id)
                            .Select(other => other.PublicId)
                            .FirstOrDefault(),
                    };
            }
        );

        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await Places
                .For(context)(context, query.Id, actor.Id, now, letters.LeftSince(now))
                .SingleOrDefaultAsync(cancellationToken);
            return found is null ? null : new View(found.Handle, found.Name, found.Before, found.After);
        }

        private sealed class Found
        {
            public required string Handle { get; init; }
            public required string Name { get; init; }
            public required string? Before { get; init; }
            public required string? After { get; init; }
        }
    }
}
