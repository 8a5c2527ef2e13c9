using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SigningIn;

namespace ConnectGate.People.Members.Deletion;

/// <summary>
/// Somebody who signs in to an account that is about to be deleted keeps it. This starts no session: they sign in
/// again, with a second factor where they have one.
/// </summary>
public static class KeepAccount
{
    /// <summary>Null where the ticket is worth nothing any more.</summary>
    /// <param name="Ticket">From <see cref="SignIn.Answer"/>.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string? Ticket) : IQuery<View?>;

    /// <param name="LeavesAt">In UTC, when everything is deleted.</param>
    public sealed record View(DateTime LeavesAt);

    /// <summary>
    /// Not found where the ticket is worth nothing any more, for example because everything is deleted.
    /// </summary>
    /// <param name="Ticket">From <see cref="SignIn.Answer"/>.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(string? Ticket) : ICommand<Done>;

    internal sealed class QueryHandler(ConnectGateContext context, Tickets tickets) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            tickets.Read(TicketPurpose.KeepAccount, query.Ticket) is { } ticket
            && await FindAsync(context, ticket, cancellationToken) is { LeavesAt: { } leavesAt }
                ? new View(leavesAt)
                : null;
    }

    internal sealed class Handler(ConnectGateContext context, Tickets tickets, Departure departure)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (tickets.Read(TicketPurpose.KeepAccount, command.Ticket) is not { } ticket)
            {
                return Outcome<Done>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, ticket.AccountId);
            if (await FindAsync(context, ticket, cancellationToken) is not { } account)
            {
                return Outcome<Done>.NotFound();
            }

            var member = await context.Members.SingleAsync(member => member.Id == account.Id, cancellationToken);
            await departure.TakeBackAsync(account, member, cancellationToken);
            return default(Done);
        }
    }

    private static async Task<Account?> FindAsync(
        ConnectGateContext context,
        Ticket ticket,
        CancellationToken cancellationToken
    ) =>
        await context.Users.SingleOrDefaultAsync(
            account => account.Id == ticket.AccountId && account.LeavesAt != null && !account.WasRemoved,
            cancellationToken
        )
            is { } account
        && Tickets.Fits(ticket, account)
            ? account
            : null;
}
