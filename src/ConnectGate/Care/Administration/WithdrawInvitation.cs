using ConnectGate.Foundation.Audit;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration;

/// <summary>An administrator removes an address from the list before its owner registers. Sends no mail.</summary>
public static class WithdrawInvitation
{
    /// <summary>Does nothing where the address is not on the list or has registered meanwhile.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.WithdrewInvitation, MayChangeNothing = true)]
    public sealed record Command(string? Email) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, AuditTrail trail, ILookupNormalizer normalizer)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var normalized = normalizer.NormalizeEmail(command.Email ?? "");
            var admitted = await context.Admitted.SingleOrDefaultAsync(
                admitted =>
                    admitted.NormalizedEmail == normalized
                    && !context.Users.Any(account => account.NormalizedEmail == normalized),
                cancellationToken
            );
            if (admitted is not null)
            {
                context.Admitted.Remove(admitted);
                trail.Tell(AuditAct.WithdrewInvitation);
                await context.SaveChangesAsync(cancellationToken);
            }

            return default(Done);
        }
    }
}
