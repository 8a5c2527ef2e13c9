using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// Somebody forgot their password. The answer is the same for every address; only the mail says whether there is an
/// account.
/// </summary>
public static class ForgotPassword
{
    /// <summary>
    /// Mails a link for choosing a new password. Refused for a malformed address, or after too many requests from one
    /// network.
    /// </summary>
    /// <param name="Email">As typed.</param>
    /// <param name="Network">The network address, for throttling.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(string? Email, string Network) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        AccountMail mail,
        Throttle throttle
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, "email")!]);
            }

            if (await throttle.TakeAsync(Bucket.Asking, command.Network, cancellationToken) is { } retryAt)
            {
                return Outcome<Done>.Refused([
                    new Refusal("too-many-tries", "", Words.Format("too-many-tries", retryAt)),
                ]);
            }

            var normalized = normalizer.NormalizeEmail(email);
            var account = await context.Users.SingleOrDefaultAsync(
                account => account.NormalizedEmail == normalized,
                cancellationToken
            );
            if (await throttle.TakeAsync(Bucket.MailTo, normalized, cancellationToken) is null)
            {
                await (
                    account is null
                        ? mail.NoAccountAsync(email, cancellationToken)
                        : mail.ToResetAsync(account, cancellationToken)
                );
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
