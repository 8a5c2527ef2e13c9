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
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var readable = letters.Readable(now).AsNoTracking();
            var letter = await readable.SingleOrDefaultAsync(letter => letter.PublicId == query.Id, cancellationToken);
            var mine = await context
                .Members.Where(member => member.Id == me)
                .Select(member => new { member.InboxOrder, member.LetterKeysOff })
                .SingleAsync(cancellationToken);
            var (vouchedFirst, keysOn) = (mine.InboxOrder == InboxOrder.VouchedFirst, !mine.LetterKeysOff);
            var waiting = readable.Waiting(now);
            if (letter is null)
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
            var blockedByMe = await context.Blocks.By(me, letter.SenderId).AnyAsync(cancellationToken);
            var sender = await context
                .Members.Where(member => member.Id == letter.SenderId)
                .Select(member => new { member.Handle, member.DisplayName })
                .SingleAsync(cancellationToken);
            return new View(
                RowOf(letter, sender.Handle, sender.DisplayName, RecipientView.Of(letter, blockedByMe, now)),
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
                    await ordered
                        .Take(Most)
                        .Select(letter => new
                        {
                            letter,
                            Sender = context
                                .Members.Where(member => member.Id == letter.SenderId)
                                .Select(member => new { member.Handle, member.DisplayName })
                                .Single(),
                        })
                        .ToListAsync(cancellationToken)
                ).Select(row =>
                    RowOf(
                        row.letter,
                        row.Sender.Handle,
                        row.Sender.DisplayName,
                        RecipientView.Of(row.letter, blockedByMe: false, now)
                    )
                ),
            ];

        private static Row RowOf(ConnectionRequest letter, string handle, string name, LetterState state) =>
            new(letter.PublicId, handle, name, letter.Reason, letter.OpenedAt is not null, state);
    }
}
