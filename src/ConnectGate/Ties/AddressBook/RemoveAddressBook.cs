namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// The current member removes all that they imported, what waits to be saved included. It cannot be undone, but be
/// imported again.
/// </summary>
public static class RemoveAddressBook
{
    /// <summary>Removes it all; nothing where there is nothing.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            await context.LockMembersAsync(cancellationToken, me);
            await context
                .AddressBookImports.Where(import => import.OwnerId == me)
                .ExecuteDeleteAsync(cancellationToken);
            await context.AddressBook.Where(entry => entry.OwnerId == me).ExecuteDeleteAsync(cancellationToken);
            return default(Done);
        }
    }
}
