using ConnectGate.Accounts;
using ConnectGate.Data;
using ConnectGate.Moderation;
using ConnectGate.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Administration;

/// <summary>An administrator takes an address off the list before its owner registers. Nobody is told.</summary>
public static class WithdrawInvitation
{
    /// <summary>Takes it off; again is fine, and so is one that registered meanwhile, which stays. Not found for who is no administrator.</summary>
    /// <param name="Email">As the list shows it.</param>
    public sealed record Command(string? Email) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, ICurrentMember currentMember, ILookupNormalizer normalizer, TimeProvider clock)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!currentMember.MayAdminister)
            {
                return Outcome<Done>.NotFound();
            }

            var normalized = normalizer.NormalizeEmail(request.Email ?? "");
            var admitted = await context.Admitted.SingleOrDefaultAsync(
                admitted => admitted.NormalizedEmail == normalized && !context.Users.Any(account => account.NormalizedEmail == normalized), cancellationToken);
            if (admitted is not null)
            {
                context.Admitted.Remove(admitted);
                context.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, ActorId = currentMember.Id, Act = AuditAct.WithdrewInvitation, Reason = "" });
                await context.SaveChangesAsync(cancellationToken);
            }

            return default(Done);
        }
    }
}
