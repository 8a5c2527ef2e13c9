using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;

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

/// <summary>Closes the running requests of a blocked pair, and those that a suspended member sent.</summary>
internal sealed class CloseRunningRequests(ConnectGateContext context, IMediator mediator, Actor actor)
    : INotificationHandler<MemberBlocked>,
        INotificationHandler<MemberSuspended>
{
    public Task Handle(MemberBlocked notification, CancellationToken cancellationToken)
    {
        var pair = Foundation.Data.Pair.Of(notification.Block.BlockerId, notification.Block.BlockedId);
        return CloseAsync(
            context.Requests.Where(request => request.LowId == pair.Low && request.HighId == pair.High),
            cancellationToken
        );
    }

    public Task Handle(MemberSuspended notification, CancellationToken cancellationToken) =>
        CloseAsync(
            context.Requests.Where(request => request.SenderId == notification.Suspension.MemberId),
            cancellationToken
        );

    private async Task CloseAsync(IQueryable<ConnectionRequest> requests, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        var running = await requests
            .Where(request =>
                request.State == RequestState.Waiting
                || request.State == RequestState.WithConnector
                || (request.State == RequestState.Accepted && request.GraceEndsAt > now)
            )
            .ToListAsync(cancellationToken);
        foreach (var request in running)
        {
            if (request.Close(now))
            {
                await mediator.Publish(new AcceptanceOverruled(request), cancellationToken);
            }
        }
    }
}
