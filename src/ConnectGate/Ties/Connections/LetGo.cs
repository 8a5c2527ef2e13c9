using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>A member ends a connection. The other member is not notified.</summary>
public static class LetGo
{
    /// <summary>Not found where the two are not connected.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await context.Members.IdOfAsync(command.Handle, cancellationToken) is not { } other || other == me)
            {
                return Outcome<Done>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, me, other);
            if (
                await context.Connections.Live(now).Between(me, other).SingleOrDefaultAsync(cancellationToken)
                is not { } connection
            )
            {
                return Outcome<Done>.NotFound();
            }

            connection.End(me, byBlock: false, now);
            await mediator.Publish(new ConnectionEnded(connection), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
