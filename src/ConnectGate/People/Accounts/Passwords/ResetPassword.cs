using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// The reader of the mailed link chooses a new password; every session ends. Passkeys and authenticator stay unless the
/// reader removes them at the same time: somebody else may have set them up. A link that an administrator sent to a new
/// address makes that address theirs, too.
/// </summary>
public static class ResetPassword
{
    /// <summary>A link works once.</summary>
    [SentBy(Senders.Anybody)]
    public sealed record Command(string? Code, [property: JsonIgnore] string? Password) : ICommand<Changed>
    {
        /// <summary>The device's proof of an earlier sign-in by its owner, if any.</summary>
        [JsonIgnore]
        public string? DeviceTicket { get; init; }

        /// <summary>Whether to remove the authenticator; needs <see cref="MayRemoveAuthenticator"/>.</summary>
        public bool RemoveAuthenticator { get; init; }

        /// <summary>The ids of the passkeys to remove; unknown ones are ignored.</summary>
        public IReadOnlyList<string> RemovePasskeys { get; init; } = [];
    }

    /// <param name="DeviceTicket">
    /// Kept by the browser, so that its owner can sign in while strangers try passwords.
    /// </param>
    public sealed record Changed(string DeviceTicket);

    /// <summary>False for moderators and administrators: a mailbox alone must not open their pages.</summary>
    internal static bool MayRemoveAuthenticator(Account account) =>
        account is { TwoFactorEnabled: true, Role: Role.Member };

    internal sealed class Handler(
        ConnectGateContext context,
        Tickets tickets,
        NewPassword newPassword,
        UserManager<Account> accounts,
        SecondFactor secondFactor,
        NewAddress newAddress,
        AccountMail mail,
        KnownDevices devices
    ) : IRequestHandler<Command, Outcome<Changed>>
    {
        public async Task<Outcome<Changed>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                tickets.Read(TicketPurpose.ResetPassword, command.Code) is not { } ticket
                || await context.Users.SingleOrDefaultAsync(
                    account => account.Id == ticket.AccountId,
                    cancellationToken
                )
                    is not { } account
                || !Tickets.Fits(ticket, account)
                || (ticket.Value.Length > 0 && await newAddress.IsTakenAsync(ticket.Value, cancellationToken))
            )
            {
                return Outcome<Changed>.Refused([new Refusal("link-worthless", "", Words.Of("link-worthless-reset"))]);
            }

            var outcome = await newPassword.SetAsync(account, command.Password, "password", null, cancellationToken);
            if (!outcome.Succeeded)
            {
                return Outcome<Changed>.Refused(outcome.Refusals);
            }

            if (ticket.Value.Length > 0)
            {
                await newAddress.SetAsync(account, ticket.Value, keepSession: null, cancellationToken);
            }

            await RemoveAsync(account, command, cancellationToken);
            return new Changed(devices.TicketFor(account, command.DeviceTicket));
        }

        private async Task RemoveAsync(Account account, Command command, CancellationToken cancellationToken)
        {
            if (command.RemoveAuthenticator && MayRemoveAuthenticator(account))
            {
                await mail.ChangedAsync(account.Email!, "second-factor-off", cancellationToken);
                await secondFactor.RemoveAsync(account, cancellationToken);
            }

            foreach (var passkey in await accounts.GetPasskeysAsync(account))
            {
                if (command.RemovePasskeys.Contains(PasskeyId.Of(passkey), StringComparer.Ordinal))
                {
                    await mail.ChangedAsync(account.Email!, "passkey-removed", cancellationToken);
                    (await accounts.RemovePasskeyAsync(account, passkey.CredentialId)).OrRunAgain();
                }
            }
        }
    }
}

/// <summary>A member chooses another password. Their other sessions end.</summary>
public static class ChangePassword
{
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    /// <param name="NewPassword">See <see cref="PasswordRules"/>.</param>
    /// <param name="KeepSession">The session of this request, which does not end.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(
        [property: JsonIgnore] string? Proof,
        [property: JsonIgnore] string? NewPassword,
        string? KeepSession
    ) : ICommand<Done>, IChangesSignIn;

    internal sealed class Handler(OwnAccount own, NewPassword newPassword) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken) =>
            await newPassword.SetAsync(
                await own.FindAsync(cancellationToken),
                command.NewPassword,
                "newPassword",
                command.KeepSession,
                cancellationToken
            );
    }
}

/// <summary>The part that resetting and changing a password share.</summary>
internal sealed class NewPassword(UserManager<Account> accounts, AccountMail mail, SessionRows sessions)
{
    public async Task<Outcome<Done>> SetAsync(
        Account account,
        string? password,
        string field,
        string? keepSession,
        CancellationToken cancellationToken
    )
    {
        if (PasswordRules.Check(password, field, account.Email!.Split('@')[0], account.UserName) is { } refusal)
        {
            return Outcome<Done>.Refused([refusal]);
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password!);
        await mail.ChangedAsync(account.Email, "password", cancellationToken);
        (await accounts.UpdateSecurityStampAsync(account)).OrRunAgain();
        await sessions.EndAllAsync(account.Id, keepSession, cancellationToken);
        return default(Done);
    }
}
