using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A letter to the current member, and the waiting letters before and after it in the order of the inbox. The letter
/// keeps its place after its decision.
/// </summary>
public static class FindNeighbours
{
    /// <summary>The most letters on each side.</summary>
    public const int Most = 10;

    /// <param name="Id">Null for the beginning of the inbox.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Id) : IQuery<View>;

    /// <param name="Letter">Null where the member cannot open the letter. Then nothing is before it, and the inbox
    /// begins after it.</param>
    /// <param name="Before">The nearest last.</param>
    /// <param name="After">The nearest first.</param>
    /// <param name="KeysOn">Whether the member wants the keys of "Read my letters".</param>
    public sealed record View(Row? Letter, IReadOnlyList<Row> Before, IReadOnlyList<Row> After, bool KeysOn);

    /// <param name="SenderName">The sender's current name.</param>
    public sealed record Row(
        string Id,
        string SenderHandle,
        string SenderName,
        Reason Reason,
        bool Opened,
        LetterState State
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters)
        : IRequestHandler<Query, View>
    {
        // One row: the reader, with the letter and its sender where the reader can open it.
        private static readonly CompiledQuery<
            Func<ConnectGateContext, string, long, DateTime, DateTime, IAsyncEnumerable<Found>>
        > Here = Compiled.Query<string, long, DateTime, DateTime, Found>(
            (context, id, me, now, leftSince) =>
            {
                var readable = context
                    .Requests.AsNoTracking()
                    .ReadableBy(me, now, leftSince)
                    .Where(letter => letter.PublicId == id);
                var blockedByMe = context.Blocks.BlockedBy(me);
                return from reader in context.Members
                    where reader.Id == me
                    join one in readable on reader.Id equals one.RecipientId into opened
                    from letter in opened.DefaultIfEmpty()
                    join other in context.Members on letter.SenderId equals other.Id into senders
                    from sender in senders.DefaultIfEmpty()
                    select new Found
                    {
                        Order = reader.InboxOrder,
                        KeysOff = reader.LetterKeysOff,
                        Letter = letter,
                        Handle = sender.Handle,
                        Name = sender.DisplayName,
                        BlockedByMe = blockedByMe.Contains(letter.SenderId),
                    };
            }
        );

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await Here.For(context)(context, query.Id ?? "", actor.Id, now, letters.LeftSince(now))
                .SingleAsync(cancellationToken);
            var (vouchedFirst, keysOn) = (found.Order == InboxOrder.VouchedFirst, !found.KeysOff);
            var waiting = letters.Readable(now).AsNoTracking().Waiting(now);
            if (found.Letter is not { } letter)
            {
                return new View(
                    null,
                    [],
                    await RowsAsync(waiting.InOrder(vouchedFirst), now, cancellationToken),
                    keysOn
                );
            }

            var place = InboxPlaces.PlaceOf(letter, vouchedFirst);
            var before = await RowsAsync(
                waiting.Before(place, vouchedFirst).InReverse(vouchedFirst),
                now,
                cancellationToken
            );
            return new View(
                RowOf(letter, found.Handle!, found.Name!, RecipientView.Of(letter, found.BlockedByMe, now)),
                [.. before.Reverse()],
                await RowsAsync(
                    waiting.After(place, belowLine: true, vouchedFirst).InOrder(vouchedFirst),
                    now,
                    cancellationToken
                ),
                keysOn
            );
        }

        private async Task<IReadOnlyList<Row>> RowsAsync(
            IQueryable<ConnectionRequest> ordered,
            DateTime now,
            CancellationToken cancellationToken
        ) =>
            [
                .. (
                    // Joined by key: the row of a subquery would be numbered among all members.
                    await ordered
                        .Join(
                            context.Members,
                            letter => letter.SenderId,
                            sender => sender.Id,
                            (letter, sender) =>
                                new
                                {
                                    letter,
                                    sender.Handle,
                                    sender.DisplayName,
                                }
                        )
                        .Take(Most)
                        .ToListAsync(cancellationToken)
                ).Select(row =>
                    RowOf(
                        row.letter,
                        row.Handle,
                        row.DisplayName,
                        RecipientView.Of(row.letter, blockedByMe: false, now)
                    )
                ),
            ];

        private static Row RowOf(ConnectionRequest letter, string handle, string name, LetterState state) =>
            new(letter.PublicId, handle, name, letter.Reason, letter.OpenedAt is not null, state);

        private sealed class Found
        {
            public required InboxOrder Order { get; init; }
            public required bool KeysOff { get; init; }
            public required ConnectionRequest? Letter { get; init; }
            public required string? Handle { get; init; }
            public required string? Name { get; init; }
            public required bool BlockedByMe { get; init; }
        }
    }
}
