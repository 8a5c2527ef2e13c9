using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Desk.Conversations;

/// <summary>What the current member typed with an acceptance, so that an undo can give it back.</summary>
public static class ReadAcceptance
{
    /// <summary>Null where no acceptance of this member's can be undone now.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <param name="HowWeKnowEachOther">May be empty.</param>
    /// <param name="Answer">The answer to the note; null for none.</param>
    public sealed record View(
        bool MaySeeMyConnections,
        bool MayBeNamedAsLink,
        string HowWeKnowEachOther,
        string? Answer
    )
    {
        public bool HasWords => HowWeKnowEachOther.Length > 0 || Answer is not null;
    }

    internal sealed class Handler(ConnectGateContext context, LettersToMe letters, Actor actor)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var prepared = await (
                from letter in letters.Readable(actor.Now).InGrace(actor.Now)
                where letter.PublicId == query.Id
                join connection in context.Connections on letter.Id equals connection.RequestId
                select new
                {
                    connection,
                    Answer = context
                        .Messages.Where(message => message.RequestId == letter.Id && message.Kind == MessageKind.Answer)
                        .Select(message => message.Text)
                        .SingleOrDefault(),
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken);
            return prepared?.connection.SideOf(actor.Id) is not { } mine
                ? null
                : new View(
                    mine.OtherMaySeeMyConnections,
                    mine.MayBeNamedAsLink,
                    mine.HowWeKnowEachOther,
                    prepared.Answer
                );
        }
    }
}
