using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>Finds a letter to decide on, with what the decision depends on.</summary>
internal sealed class DecisionReader(ConnectGateContext context, Actor actor, LettersToMe letters)
{
    private static readonly CompiledQuery<
        Func<ConnectGateContext, string, long, DateTime, DateTime, IAsyncEnumerable<DecisionFacts>>
    > Query = Compiled.Query<string, long, DateTime, DateTime, DecisionFacts>(
        (context, id, me, now, leftSince) =>
            DecisionFacts.Of(
                context,
                context.Requests.ReadableBy(me, now, leftSince).Where(letter => letter.PublicId == id),
                me,
                now
            )
    );

    /// <summary>
    /// Locks both members until the transaction ends. Then reads the letter and its facts in one statement. Null if the
    /// member may not read the letter.
    /// </summary>
    public async Task<DecisionFacts?> LockAsync(string id, DateTime now, CancellationToken cancellationToken) =>
        await letters.LockMembersAsync(id, now, cancellationToken)
            ? await Query
                .For(context)(context, id, actor.Id, now, letters.LeftSince(now))
                .SingleOrDefaultAsync(cancellationToken)
            : null;
}
