using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Accounts;

/// <summary>A script on the server, such as the demo, vouches for an address without a mailed link. No page or API sends this.</summary>
public static class ConfirmOnServer
{
    /// <summary>Confirms it and gives the account's key. Not found where the address has no account.</summary>
    public sealed record Command(string Email) : ICommand<long>;

    internal sealed class Handler(ConnectGateContext context, ILookupNormalizer normalizer, IMediator mediator) : IRequestHandler<Command, Outcome<long>>
    {
        public async Task<Outcome<long>> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = normalizer.NormalizeEmail(request.Email);
            if (await context.Users.SingleOrDefaultAsync(account => account.NormalizedEmail == email, cancellationToken) is not { } account)
            {
                return Outcome<long>.NotFound();
            }

            account.EmailConfirmed = true;
            await mediator.Publish(new AddressConfirmed(account), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return account.Id;
        }
    }
}
