using System.Buffers.Text;
using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>
/// A member adds a passkey: a device that signs them in without a password and also counts as second factor.
/// </summary>
public static class AddPasskey
{
    public static readonly TextLimit NameLimit = new("passkey-name", 1, 80) { IsName = true };

    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    /// <param name="Passkey">Made by the browser; its attestation is already checked.</param>
    /// <param name="Name">Shown in the owner's list.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(
        [property: JsonIgnore] string? Proof,
        [property: JsonIgnore] UserPasskeyInfo Passkey,
        string? Name
    ) : ICommand<Done>, IChangesSignIn;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Name).Within(NameLimit);
    }

    internal sealed class Handler(OwnAccount own, UserManager<Account> accounts, AccountMail mail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            if ((await accounts.GetPasskeysAsync(account)).Count >= ViewSecurity.MostPasskeys)
            {
                return Outcome<Done>.Refused([
                    new Refusal(
                        "too-many-passkeys",
                        "name",
                        Words.Format("too-many-passkeys", ViewSecurity.MostPasskeys)
                    ),
                ]);
            }

            command.Passkey.Name = VisibleText.Clean(command.Name);
            await mail.ChangedAsync(account.Email!, "passkey-added", cancellationToken);
            (await accounts.AddOrUpdatePasskeyAsync(account, command.Passkey)).OrRunAgain();
            return default(Done);
        }
    }
}

public static class RenamePasskey
{
    /// <summary>Not found where the passkey is not theirs.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, string? Name) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Name).Within(AddPasskey.NameLimit);
    }

    internal sealed class Handler(OwnAccount own, UserManager<Account> accounts)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            if (
                PasskeyId.Bytes(command.Id) is not { } id
                || await accounts.GetPasskeyAsync(account, id) is not { } passkey
            )
            {
                return Outcome<Done>.NotFound();
            }

            passkey.Name = VisibleText.Clean(command.Name);
            (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).OrRunAgain();
            return default(Done);
        }
    }
}

public static class RemovePasskey
{
    /// <summary>Not found where the passkey is not theirs.</summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    /// <param name="Id">The passkey's id.</param>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof, string Id) : ICommand<Done>, IChangesSignIn;

    internal sealed class Handler(OwnAccount own, UserManager<Account> accounts, AccountMail mail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            if (PasskeyId.Bytes(command.Id) is not { } id || await accounts.GetPasskeyAsync(account, id) is null)
            {
                return Outcome<Done>.NotFound();
            }

            await mail.ChangedAsync(account.Email!, "passkey-removed", cancellationToken);
            (await accounts.RemovePasskeyAsync(account, id)).OrRunAgain();
            return default(Done);
        }
    }
}

/// <summary>A member signs in with a passkey, which is both factors in one.</summary>
public static class SignInWithPasskey
{
    /// <summary>
    /// Starts a session. Not found where the account cannot sign in. Refused as <c>account-leaves</c> where it is about
    /// to be deleted, because a passkey alone does not take that back.
    /// </summary>
    /// <param name="AccountId">The passkey's owner.</param>
    /// <param name="Passkey">As the checked assertion left it, with its counter increased.</param>
    /// <param name="Origin">The network and device.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(long AccountId, [property: JsonIgnore] UserPasskeyInfo Passkey, Origin Origin)
        : ICommand<StartedSession>;

    internal sealed class Handler(ConnectGateContext context, UserManager<Account> accounts, SessionRows sessions)
        : IRequestHandler<Command, Outcome<StartedSession>>
    {
        public async Task<Outcome<StartedSession>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await context.Users.SingleOrDefaultAsync(
                account => account.Id == command.AccountId,
                cancellationToken
            );
            if (
                account is not ({ IsIn: true } or { LeavesAt: not null, WasRemoved: false })
                || await accounts.GetPasskeyAsync(account, command.Passkey.CredentialId) is null
            )
            {
                return Outcome<StartedSession>.NotFound();
            }

            if (account is { LeavesAt: { } leavesAt })
            {
                return Outcome<StartedSession>.Refused([
                    new Refusal("account-leaves", "", Words.Format("account-leaves", leavesAt)),
                ]);
            }

            (await accounts.AddOrUpdatePasskeyAsync(account, command.Passkey)).OrRunAgain();
            return await sessions.StartAsync(account, command.Origin, secondFactor: true, cancellationToken);
        }
    }
}

/// <summary>The name of a passkey in forms: its credential id in base64url.</summary>
internal static class PasskeyId
{
    public static string Of(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public static byte[]? Bytes(string? id) =>
        id is { Length: > 0 and <= 2_048 } && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;
}
