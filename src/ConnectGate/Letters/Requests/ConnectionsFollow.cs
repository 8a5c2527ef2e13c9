using ConnectGate.Gate;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Requests;

/// <summary>Removes the connection that an overruled acceptance had prepared.</summary>
internal sealed class RemovePreparedConnection(ConnectGateContext context) : INotificationHandler<AcceptanceOverruled>
{
    public async Task Handle(AcceptanceOverruled notification, CancellationToken cancellationToken) =>
        context.Connections.RemoveRange(
            await context
                .Connections.Where(connection => connection.RequestId == notification.Request.Id)
                .ToListAsync(cancellationToken)
        );
}

/// <summary>
/// Hides a new block from the blocked member while a letter of theirs explains why they cannot ask again. Everything
/// else about the blocker then stays as they know it.
/// </summary>
internal sealed class HideBlock(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
    : INotificationHandler<MemberBlocked>
{
    public async Task Handle(MemberBlocked notification, CancellationToken cancellationToken)
    {
        var (block, now, wait) = (notification.Block, actor.Now, options.Value.AskAgainAfter);
        var (blocker, blocked) = (block.BlockerId, block.BlockedId);
        var letters = await context
            .Requests.Between(blocker, blocked)
            .Where(request => request.SenderId == blocked)
            .ExplainingToSender(sentAfter: now - wait, now)
            .Select(request => new { request.SentAt, request.ExpiresAt })
            .ToListAsync(cancellationToken);
        foreach (var letter in letters)
        {
            block.HideUntil(letter.SentAt + wait);
            block.HideUntil(letter.ExpiresAt);
        }
    }
}

/// <summary>Closes the running requests of a blocked pair, and those that a suspended member sent.</summary>
internal sealed class CloseRunningRequests(ConnectGateContext context, IMediator mediator, Actor actor)
    : INotificationHandler<MemberBlocked>,
        INotificationHandler<MemberSuspended>
{
    public Task Handle(MemberBlocked notification, CancellationToken cancellationToken)
    {
        var (blocker, blocked) = (notification.Block.BlockerId, notification.Block.BlockedId);
        return CloseAsync(context.Requests.Between(blocker, blocked), cancellationToken);
    }

    public Task Handle(MemberSuspended notification, CancellationToken cancellationToken) =>
        CloseAsync(
            context.Requests.Where(request => request.SenderId == notification.Suspension.MemberId),
            cancellationToken
        );

    private async Task CloseAsync(IQueryable<ConnectionRequest> requests, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        foreach (var request in await requests.Running(now).ToListAsync(cancellationToken))
        {
            if (request.Close(now))
            {
                await mediator.Publish(new AcceptanceOverruled(request), cancellationToken);
            }
        }
    }
}
