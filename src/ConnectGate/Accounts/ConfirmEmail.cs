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
    public sealed record Command(string? Code) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Tickets tickets, IMediator mediator) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (tickets.Read(TicketPurpose.ConfirmEmail, request.Code) is not { } ticket
                || await context.Users.SingleOrDefaultAsync(account => account.Id == ticket.AccountId, cancellationToken) is not { } account
                || !Tickets.Fits(ticket, account))
            {
                return Outcome<Done>.Refused([new Refusal("link-worthless", "", Words.Of("link-worthless-confirm"))]);
            }

            account.EmailConfirmed = true;
            await mediator.Publish(new AddressConfirmed(account), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
