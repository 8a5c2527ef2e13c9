namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// The current member removes everything that they imported, including slices that wait to be saved. The removal cannot
/// be undone, but the member can import the file again.
/// </summary>
public static class RemoveAddressBook
{
    /// <summary>Succeeds also if the book is empty.</summary>
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
