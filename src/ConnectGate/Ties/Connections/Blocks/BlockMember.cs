using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>
/// A member blocks another. Their connection ends, open requests between the two close, and neither can ask the other.
/// The blocked member is not notified.
/// </summary>
public static class BlockMember
{
    /// <summary>Not found where no member has this handle. Refused: <c>oneself</c>.</summary>
    /// <exception cref="IllegalTransitionException">The member is blocked already.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await context.Members.IdOfAsync(command.Handle, cancellationToken) is not { } other)
            {
                return Outcome<Done>.NotFound();
            }

            if (other == me)
            {
                return Outcome<Done>.Refused([new Refusal("oneself", "handle", Words.Of("oneself-blocked"))]);
            }

            await context.LockMembersAsync(cancellationToken, me, other);
            if (await context.Blocks.By(me, other).AnyAsync(cancellationToken))
            {
                throw new IllegalTransitionException("The member is blocked already.");
            }

            if (
                await context.Connections.Live(now).Between(me, other).SingleOrDefaultAsync(cancellationToken) is
                { } connection
            )
            {
                connection.End(me, byBlock: true, now);
                await mediator.Publish(new ConnectionEnded(connection), cancellationToken);
            }

            var block = new Block
            {
                BlockerId = me,
                BlockedId = other,
                At = now,
            };
            context.Blocks.Add(block);
            await mediator.Publish(new MemberBlocked(block), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
