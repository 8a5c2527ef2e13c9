namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>
/// A member lifts a block. Each may ask the other again at once, unless another waiting time applies. A connection or
/// request that the block ended stays ended.
/// </summary>
public static class UnblockMember
{
    /// <summary>Not found where the current member doesn't block them.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Handle) : ICommand<Receipt>;

    /// <param name="DisplayName">The name of the member who is not blocked any more.</param>
    public sealed record Receipt(string DisplayName);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await context.Members.IdOfAsync(command.Handle, cancellationToken) is not { } other
                || await context.Blocks.By(actor.Id, other).SingleOrDefaultAsync(cancellationToken) is not { } block
            )
            {
                return Outcome<Receipt>.NotFound();
            }

            context.Blocks.Remove(block);
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(
                await context
                    .Members.Where(member => member.Id == other)
                    .Select(member => member.DisplayName)
                    .SingleAsync(cancellationToken)
            );
        }
    }
}
