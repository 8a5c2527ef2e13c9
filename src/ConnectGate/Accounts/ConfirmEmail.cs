using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Accounts;

/// <summary>Who registered shows, by the mailed link, that the address is theirs.</summary>
public static class ConfirmEmail
{
    /// <summary>Confirms it. Refused where the link is old, changed or somebody else's; confirming twice is fine.</summary>
    /// <param name="Code">From the link.</param>
    public sealed record Command(string? Code) : ICommand<Confirmed>;

    /// <summary>The address is confirmed.</summary>
    /// <param name="Waits">Whether an administrator has to let them in before they can sign in.</param>
    public sealed record Confirmed(bool Waits);

    internal sealed class Handler(ConnectGateContext context, Tickets tickets, IMediator mediator) : IRequestHandler<Command, Outcome<Confirmed>>
    {
        public async Task<Outcome<Confirmed>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (tickets.Read(TicketPurpose.ConfirmEmail, request.Code) is not { } ticket
                || await context.Users.SingleOrDefaultAsync(account => account.Id == ticket.AccountId, cancellationToken) is not { } account
                || !Tickets.Fits(ticket, account))
            {
                return Outcome<Confirmed>.Refused([new Refusal("link-worthless", "", Words.Of("link-worthless-confirm"))]);
            }

            account.EmailConfirmed = true;
            await mediator.Publish(new AddressConfirmed(account), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new Confirmed(account.WaitsSince is not null);
        }
    }
}
