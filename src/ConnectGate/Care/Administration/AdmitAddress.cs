using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration;

/// <summary>
/// Puts an address on the list of those who may register, and lets in who waits under it: <c>-- admin admit EMAIL</c>.
/// So the first administrator comes in where administrators approve.
/// </summary>
public static class AdmitAddress
{
    /// <summary>Admits it; again is fine.</summary>
    [SentBy(Senders.Server)]
    public sealed record Command(string Email) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        AccountMail mail,
        Actor actor
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, "email")!]);
            }

            var now = actor.Now;
            var normalized = normalizer.NormalizeEmail(email);
            if (!await context.Admitted.AnyAsync(admitted => admitted.NormalizedEmail == normalized, cancellationToken))
            {
                context.Admitted.Add(
                    new Admitted
                    {
                        NormalizedEmail = normalized,
                        Email = email,
                        At = now,
                    }
                );
                context.Audit.Add(
                    new AuditEntry
                    {
                        At = now,
                        Act = AuditAct.AdmittedAddress,
                        Reason = "",
                    }
                );
            }

            if (
                await context.Users.SingleOrDefaultAsync(
                    account => account.NormalizedEmail == normalized && account.WaitsSince != null,
                    cancellationToken
                ) is
                { } waiting
            )
            {
                waiting.LetIn();
                context.Audit.Add(
                    new AuditEntry
                    {
                        At = now,
                        Act = AuditAct.LetIn,
                        SubjectId = waiting.Id,
                        Reason = "",
                    }
                );
                await mail.LetInAsync(email, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
