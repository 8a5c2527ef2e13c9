using ConnectGate.Accounts;
using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Moderation;

/// <summary>
/// Puts an address on the list of those who may register: <c>-- admin admit EMAIL</c>. No page or API sends this.
/// </summary>
public static class AdmitAddress
{
    /// <summary>Admits it; again is fine.</summary>
    public sealed record Command(string Email) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, ILookupNormalizer normalizer, TimeProvider clock) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(request.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(request.Email, "email")!]);
            }

            var now = clock.GetUtcNow().UtcDateTime;
            var normalized = normalizer.NormalizeEmail(email);
            if (!await context.Admitted.AnyAsync(admitted => admitted.NormalizedEmail == normalized, cancellationToken))
            {
                context.Admitted.Add(new Admitted { NormalizedEmail = normalized, At = now });
                context.Audit.Add(new AuditEntry { At = now, Act = AuditAct.AdmittedAddress, Reason = "" });
                await context.SaveChangesAsync(cancellationToken);
            }

            return default(Done);
        }
    }
}
