using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Accounts;

/// <summary>Mails the link to confirm an address once more.</summary>
internal static class MailConfirmation
{
    public sealed record Command(long AccountId) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, AccountMail mail, Throttle throttle) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await context.Users.SingleAsync(account => account.Id == request.AccountId, cancellationToken);
            if (await throttle.TakeAsync(Bucket.MailTo, account.NormalizedEmail!, cancellationToken) is null)
            {
                await mail.ToConfirmAsync(account, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
