using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Somebody signs in with a password, and with a second factor where the account has one. This is three steps instead
/// of one command. The try is counted and committed before the password is checked. The password is hashed outside any
/// transaction. The session starts in its own transaction.
/// </summary>
public static class SignIn
{
    /// <summary>
    /// The first step, and the only one where there is no second factor or where its code comes along.
    /// </summary>
    /// <param name="Email">As typed.</param>
    /// <param name="Password">As typed.</param>
    /// <param name="Origin">The network and device.</param>
    /// <param name="TwoFactorCode">From the authenticator.</param>
    /// <param name="RecoveryCode">One of the codes kept for the loss of the authenticator.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Try(
        string Email,
        [property: JsonIgnore] string Password,
        Origin Origin,
        string? TwoFactorCode = null,
        string? RecoveryCode = null
    ) : IRequest<Answer>;

    /// <summary>An unknown address and a wrong password get the same answer, in text and in time.</summary>
    /// <param name="Standing">The state of the sign-in.</param>
    /// <param name="Session">Null unless one started.</param>
    /// <param name="SecondStep">The ticket to send with the second factor's code; null where no code is needed.</param>
    /// <param name="RetryAt">The time of the next possible try after too many; else null.</param>
    /// <param name="Keep">The ticket to keep an account that is about to be deleted; else null.</param>
    public sealed record Answer(
        Standing Standing,
        StartedSession? Session = null,
        string? SecondStep = null,
        DateTime? RetryAt = null,
        string? Keep = null
    );

    /// <summary>The state of a sign-in.</summary>
    public enum Standing
    {
        Started,

        /// <summary>No account has that address and password.</summary>
        WrongCredentials,

        /// <summary>The password is right, but no administrator has approved the account yet.</summary>
        WaitsForApproval,

        /// <summary>The password is right, but the membership has lapsed.</summary>
        Lapsed,

        /// <summary>
        /// The password is right, but the account is about to be deleted; see <see cref="Answer.Keep"/>.
        /// </summary>
        Leaves,

        /// <summary>The password is right, but an administrator removed the member.</summary>
        Removed,

        /// <summary>The password is right; the second factor's code is missing.</summary>
        TwoFactorRequired,

        /// <summary>The second factor's code is wrong or used.</summary>
        WrongCode,

        /// <summary>Too many tries; see <see cref="Answer.RetryAt"/>.</summary>
        TooManyTries,

        /// <summary>The first step was too long ago, or the account changed since.</summary>
        StartAgain,
    }

    internal sealed class Handler(
        ConnectGateContext context,
        IMediator mediator,
        IPasswordHasher<Account> hasher,
        ILookupNormalizer normalizer,
        Decoy decoy,
        Tickets tickets,
        KnownDevices devices
    ) : IRequestHandler<Try, Answer>
    {
        public async Task<Answer> Handle(Try request, CancellationToken cancellationToken)
        {
            var email = normalizer.NormalizeEmail(EmailAddress.Of(request.Email) ?? "");
            var tries = CountTry.ForPassword(email, request.Origin, devices);
            var counted = await mediator.Send(tries, cancellationToken);
            if (counted.Value.RetryAt is { } retryAt)
            {
                return new Answer(Standing.TooManyTries, RetryAt: retryAt);
            }

            var account = await context
                .Users.AsNoTracking()
                .SingleOrDefaultAsync(account => account.NormalizedEmail == email, cancellationToken);
            var hash = account?.PasswordHash ?? decoy.Hash;
            var verified =
                request.Password.Length <= PasswordRules.Maximum
                    ? hasher.VerifyHashedPassword(account ?? decoy.Account, hash, request.Password)
                    : PasswordVerificationResult.Failed;
            if (verified == PasswordVerificationResult.Failed || account is not { EmailConfirmed: true })
            {
                return new Answer(Standing.WrongCredentials);
            }

            if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            {
                var anew = hasher.HashPassword(account, request.Password);
                await mediator.Send(new RehashPassword.Command(account.Id, hash, anew), cancellationToken);
            }

            await mediator.Send(new GiveTryBack.Command(tries.Buckets), cancellationToken);
            return account.IsIn ? await FactorsAsync(request, account, cancellationToken) : Outside(account);
        }

        private Answer Outside(Account account) =>
            account switch
            {
                { WaitsSince: not null } => new Answer(Standing.WaitsForApproval),
                { LeavesAt: null } => new Answer(Standing.Lapsed),
                { WasRemoved: true } => new Answer(Standing.Removed),
                _ => new Answer(
                    Standing.Leaves,
                    Keep: tickets.Make(TicketPurpose.KeepAccount, account.Id, account.SecurityStamp!, Tickets.ToKeep)
                ),
            };

        private async Task<Answer> FactorsAsync(Try request, Account account, CancellationToken cancellationToken)
        {
            var shown = new ShownCode(request.TwoFactorCode, request.RecoveryCode);
            if (account.TwoFactorEnabled)
            {
                var ticket = tickets.Make(
                    TicketPurpose.SecondStep,
                    account.Id,
                    account.SecurityStamp!,
                    Tickets.ForSecondStep
                );
                return shown.IsNone
                    ? new Answer(Standing.TwoFactorRequired, SecondStep: ticket)
                    : await mediator.Send(
                        new SecondStep.Try(ticket, request.Origin, request.TwoFactorCode, request.RecoveryCode),
                        cancellationToken
                    );
            }

            var started = await mediator.Send(
                new StartSession.Command(account.Id, account.SecurityStamp!, request.Origin, null),
                cancellationToken
            );
            return started.Succeeded ? new Answer(Standing.Started, started.Value) : new Answer(Standing.StartAgain);
        }
    }
}
