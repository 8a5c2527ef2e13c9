using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members.Registering;

/// <summary>
/// Somebody who registered found no mail. The answer is the same for every address, and the limits are those of
/// registering. The mail says what is true now: the address may have an account meanwhile.
/// </summary>
public static class MailRegistrationAgain
{
    /// <summary>Mails the link of that registration again, where the address may have one more mail now.</summary>
    /// <param name="Registration">From <see cref="RegisterMember.Kept"/>, of this browser. Several people may have
    /// registered the address, and the link of one of them is of no use to another.</param>
    /// <param name="Email">The address that was registered.</param>
    /// <param name="Network">The network address, for throttling.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(long Registration, string? Email, string Network) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        Admission admission,
        AccountMail mail,
        Throttle throttle,
        Actor actor
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, "email")!]);
            }

            if (await throttle.TakeAsync(Bucket.Registering, command.Network, cancellationToken) is { } retryAt)
            {
                return Outcome<Done>.Refused([
                    new Refusal("too-many-tries", "", Words.Format("too-many-tries", retryAt)),
                ]);
            }

            var normalized = normalizer.NormalizeEmail(email);
            var known = await context.Users.SingleOrDefaultAsync(
                account => account.NormalizedEmail == normalized,
                cancellationToken
            );
            var admittance = await admission.OfAsync(normalized, cancellationToken);
            var token = await context
                .Registrations.WhoWait(actor.Now)
                .Where(registration =>
                    registration.Id == command.Registration && registration.NormalizedEmail == normalized
                )
                .Select(registration => registration.Token)
                .SingleOrDefaultAsync(cancellationToken);
            var mails = Bucket.MailsOfRegistration(normalized, command.Network);
            var mayMail = await throttle.TakeAsync(mails, cancellationToken) is null;
            if (mayMail && (token is not null || known is not null || admittance == Admittance.None))
            {
                await mail.OfRegistrationAsync(known, email, token ?? "", admittance, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
