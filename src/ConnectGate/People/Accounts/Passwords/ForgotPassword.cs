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
    /// <param name="Origin">The network and device, for throttling.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(string? Email, Origin Origin) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        AccountMail mail,
        Throttle throttle,
        KnownDevices devices
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, "email")!]);
            }

            var normalized = normalizer.NormalizeEmail(email);
            var device = devices.Find(normalized, command.Origin.DeviceTicket);
            var network = command.Origin.Network;
            if (
                device is null
                && await throttle.TakeAsync(Bucket.Forgetting, network, cancellationToken) is { } retryAt
            )
            {
                return Outcome<Done>.Refused([
                    new Refusal("too-many-tries", "", Words.Format("too-many-tries", retryAt)),
                ]);
            }

            var account = await context.Users.SingleOrDefaultAsync(
                account => account.NormalizedEmail == normalized,
                cancellationToken
            );
            (Bucket, string)[] mails = device is null
                ? [(Bucket.ResetFromNetwork, $"{normalized}\n{network}"), (Bucket.ResetTo, normalized)]
                : [(Bucket.ResetFromDevice, device)];
            if (
                await throttle.TakeAsync(mails, cancellationToken) is null
                || await throttle.TakeAsync(Bucket.ResetReserve, normalized, cancellationToken) is null
            )
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
