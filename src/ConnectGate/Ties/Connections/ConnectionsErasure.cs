using ConnectGate.Foundation.Portability;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>The member's connections end as if they let go. Blocks stay, in both directions.</summary>
internal sealed class ConnectionsErasure(ConnectGateContext context, IMediator mediator, Actor actor) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Connection)] = "ended; the letter that made it stays with the other member",
            [typeof(Block)] = "stays; binds the next member with the address",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var (id, now) = (leaver.Id, actor.Now);
        foreach (var connection in await context.Connections.Of(id).ToListAsync(cancellationToken))
        {
            connection.Change(id, connection.SideOf(id) with { HowWeKnowEachOther = "" });
        }

        foreach (var connection in await context.Connections.Live(now).Of(id).ToListAsync(cancellationToken))
        {
            connection.End(id, byBlock: false, now);
            await mediator.Publish(new ConnectionEnded(connection), cancellationToken);
        }
    }

    public async Task BindAsync(long formerId, long memberId, CancellationToken cancellationToken)
    {
        var (blocked, blockers) = (context.Blocks.BlockedBy(memberId), context.Blocks.BlockersOf(memberId));
        await context
            .Blocks.By(formerId)
            .Where(block => !blocked.Contains(block.BlockedId))
            .ExecuteUpdateAsync(set => set.SetProperty(block => block.BlockerId, memberId), cancellationToken);
        await context
            .Blocks.Against(formerId)
            .Where(block => !blockers.Contains(block.BlockerId))
            .ExecuteUpdateAsync(set => set.SetProperty(block => block.BlockedId, memberId), cancellationToken);
    }
}
