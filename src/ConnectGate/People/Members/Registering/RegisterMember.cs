using System.Text.Json.Serialization;
using ConnectGate.Foundation;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Members.Registering;

/// <summary>
/// Somebody asks to become a member. The answer is the same whether the address is new, has an account or is not
/// admitted. Only the mail to the address's owner says which.
/// </summary>
public static class RegisterMember
{
    /// <summary>
    /// Keeps a <see cref="Registration"/> for <see cref="ConfirmRegistration"/>; no account is created yet.
    /// </summary>
    /// <param name="Email">The address for the link.</param>
    /// <param name="Password">See <see cref="PasswordRules"/>.</param>
    /// <param name="Handle">
    /// See <see cref="Members.Handle"/>. A member's handle is refused, since handles are public. A waiting
    /// registration's handle is not: the first registration to be confirmed gets it.
    /// </param>
    /// <param name="DisplayName">The name that people know them by.</param>
    /// <param name="Digest">Must be chosen; nothing is preselected.</param>
    /// <param name="Network">The network address, for throttling.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(
        string? Email,
        [property: JsonIgnore] string? Password,
        string? Handle,
        string? DisplayName,
        DigestFrequency? Digest,
        string Network
    ) : ICommand<Kept>
    {
        /// <summary>
        /// The reason for joining, within <see cref="Account.ApplicationLimit"/>. Kept only where an administrator
        /// decides. Field <c>application</c>.
        /// </summary>
        public string? Application { get; init; }

        /// <summary>
        /// IANA name of the browser's time zone. The community's zone replaces a missing or unknown name, because a
        /// person cannot correct a script's value.
        /// </summary>
        public string? TimeZone { get; init; }
    }

    /// <param name="Id">Of the registration, for <see cref="MailRegistrationAgain"/>. Says nothing about the address:
    /// one that may not register gets an id too.</param>
    public sealed record Kept(long Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines)
        {
            RuleFor(command => command.DisplayName).ForStrangers(Member.DisplayNameLimit, lines);
            RuleFor(command => command.Application).Within(Account.ApplicationLimit);
            RuleFor(command => command)
                .Custom(
                    (command, context) =>
                    {
                        Add(
                            context,
                            People.Members.Handle.Check(command.Handle) ?? lines.Read(command.Handle, "handle")
                        );
                        Add(context, EmailAddress.Check(command.Email, "email"));
                        Add(
                            context,
                            PasswordRules.Check(
                                command.Password,
                                "password",
                                command.Email?.Split('@')[0],
                                command.Handle,
                                command.DisplayName
                            )
                        );
                        Add(
                            context,
                            command.Digest is null
                                ? new Refusal("digest-missing", "digest", Words.Of("digest-missing"))
                                : null
                        );
                    }
                );
        }

        private static void Add(ValidationContext<Command> context, Refusal? refusal)
        {
            if (refusal is not null)
            {
                context.Refuse(refusal);
            }
        }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        IPasswordHasher<Account> hasher,
        ILookupNormalizer normalizer,
        Admission admission,
        AccountMail mail,
        Throttle throttle,
        Actor actor
    ) : IRequestHandler<Command, Outcome<Kept>>, ISecondReading<Command>
    {
        public async Task<Outcome<Kept>> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = People.Members.Handle.Of(command.Handle)!.Value;
            if (await IsTakenAsync(handle, cancellationToken))
            {
                return Outcome<Kept>.Refused([People.Members.Handle.Taken]);
            }

            if (await throttle.TakeAsync(Bucket.Registering, command.Network, cancellationToken) is { } retryAt)
            {
                return Outcome<Kept>.Refused([
                    new Refusal("too-many-tries", "", Words.Format("too-many-tries", retryAt)),
                ]);
            }

            var now = actor.Now;
            await context.Registrations.WhoRanOut(now).ExecuteDeleteAsync(cancellationToken);
            var email = EmailAddress.Of(command.Email)!;
            var normalized = normalizer.NormalizeEmail(email);
            var passwordHash = hasher.HashPassword(new Account(), command.Password!);
            var known = await context.Users.SingleOrDefaultAsync(
                other => other.NormalizedEmail == normalized,
                cancellationToken
            );
            var admittance = await admission.OfAsync(normalized, cancellationToken);
            var mayMail =
                await throttle.TakeAsync(Bucket.MailsOfRegistration(normalized, command.Network), cancellationToken)
                is null;
            var registration =
                known is null && admittance != Admittance.None && mayMail
                    ? new Registration
                    {
                        Token = PublicId.Next(),
                        Email = email,
                        NormalizedEmail = normalized,
                        PasswordHash = passwordHash,
                        Handle = handle.Value,
                        DisplayName = VisibleText.Clean(command.DisplayName),
                        Digest = command.Digest!.Value,
                        PreferredLanguage = actor.Language.Name,
                        TimeZone = Zones.Has(command.TimeZone) ? command.TimeZone! : actor.TimeZone.Id,
                        Application = admittance == Admittance.Waits ? VisibleText.Clean(command.Application) : null,
                        At = now,
                    }
                    : Registration.Empty(now);
            context.Registrations.Add(registration);
            if (mayMail)
            {
                await mail.OfRegistrationAsync(known, email, registration.Token, admittance, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Kept(registration.Id);
        }

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            People.Members.Handle.Of(command.Handle) is { } handle && await IsTakenAsync(handle, cancellationToken)
                ? [People.Members.Handle.Taken]
                : [];

        private Task<bool> IsTakenAsync(Handle handle, CancellationToken cancellationToken) =>
            context.Members.AnyAsync(member => member.Handle == handle.Value, cancellationToken);
    }
}
