using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration;

/// <summary>
/// Lets an address register, and admits an applicant who already waits under it: <c>-- admin admit EMAIL</c>. Where
/// administrators approve registrations, the first administrator is admitted this way.
/// </summary>
public static class AdmitAddress
{
    /// <summary>
    /// An address that is already on the list is no error. Refused: the codes of <see cref="EmailAddress.Check"/>.
    /// </summary>
    [SentBy(Senders.Server)]
    [Audited(AuditAct.AdmittedAddress, AuditAct.LetIn, MayChangeNothing = true)]
    public sealed record Command(string Email) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        AccountMail mail,
        Actor actor,
        AuditTrail trail
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
                trail.Tell(AuditAct.AdmittedAddress);
            }

            if (
                await context.Users.SingleOrDefaultAsync(
                    account => account.NormalizedEmail == normalized && account.WaitsSince != null,
                    cancellationToken
                ) is
                { } waiting
            )
            {
                waiting.LetIn(null);
                trail.Tell(AuditAct.LetIn, subjectId: waiting.Id);
                await mail.LetInAsync(email, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
