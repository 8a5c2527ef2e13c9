using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>
/// A member starts to set up an authenticator. The account gets a key, which takes effect once a code of it was shown.
/// </summary>
public static class SetUpAuthenticator
{
    /// <summary>Gives the new key.</summary>
    /// <exception cref="IllegalTransitionException">There is an authenticator already.</exception>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof) : ICommand<string>, IChangesSignIn;

    internal sealed class Handler(OwnAccount own, UserManager<Account> accounts)
        : IRequestHandler<Command, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            if (account.TwoFactorEnabled)
            {
                throw new IllegalTransitionException("There is an authenticator already.");
            }

            var key = AuthenticatorCode.NewKey();
            (
                await accounts.SetAuthenticationTokenAsync(account, SecondFactor.Store, SecondFactor.KeyName, key)
            ).OrRunAgain();
            return key;
        }
    }
}

/// <summary>
/// A member shows a code of the new authenticator. From then on sign-in asks for a code. Other sessions end.
/// </summary>
public static class SwitchAuthenticatorOn
{
    /// <summary>Gives the recovery codes, which are never shown again.</summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    /// <param name="Code">The code that the authenticator shows.</param>
    /// <param name="KeepSession">
    /// The session of this request. It does not end, and from now on it has shown a second factor.
    /// </param>
    /// <exception cref="IllegalTransitionException">The authenticator is on already.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof, string? Code, string? KeepSession)
        : ICommand<IReadOnlyList<string>>,
            IChangesSignIn;

    internal sealed class Handler(
        OwnAccount own,
        UserManager<Account> accounts,
        SecondFactor secondFactor,
        AccountMail mail,
        SessionRows sessions
    ) : IRequestHandler<Command, Outcome<IReadOnlyList<string>>>
    {
        public async Task<Outcome<IReadOnlyList<string>>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            if (account.TwoFactorEnabled)
            {
                throw new IllegalTransitionException("The authenticator is on already.");
            }

            if (!await secondFactor.AcceptsCodeAsync(account, command.Code, cancellationToken))
            {
                return Outcome<IReadOnlyList<string>>.Refused([
                    new Refusal("code-wrong", "code", Words.Of("code-wrong")),
                ]);
            }

            await mail.ChangedAsync(account.Email!, "second-factor-on", cancellationToken);
            var codes = await secondFactor.NewRecoveryCodesAsync(account, cancellationToken);
            (await accounts.SetTwoFactorEnabledAsync(account, true)).OrRunAgain();
            await sessions.EndAllAsync(account.Id, command.KeepSession, cancellationToken);
            await sessions.ShowedSecondFactorAsync(account.Id, command.KeepSession, cancellationToken);
            return Outcome<IReadOnlyList<string>>.Of(codes);
        }
    }
}

/// <summary>A member switches the authenticator off. Other sessions end.</summary>
public static class SwitchAuthenticatorOff
{
    /// <summary>Deletes the key and the recovery codes.</summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    /// <param name="KeepSession">The session of this request, which does not end.</param>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof, string? KeepSession)
        : ICommand<Done>,
            IChangesSignIn;

    internal sealed class Handler(OwnAccount own, SecondFactor secondFactor, AccountMail mail, SessionRows sessions)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            await mail.ChangedAsync(account.Email!, "second-factor-off", cancellationToken);
            await secondFactor.RemoveAsync(account, cancellationToken);
            await sessions.EndAllAsync(account.Id, command.KeepSession, cancellationToken);
            return default(Done);
        }
    }
}

/// <summary>A member makes new recovery codes. The old ones stop working.</summary>
public static class NewRecoveryCodes
{
    /// <summary>
    /// Gives the codes, which are never shown again. Not found where the account has no authenticator.
    /// </summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof)
        : ICommand<IReadOnlyList<string>>,
            IChangesSignIn;

    internal sealed class Handler(OwnAccount own, SecondFactor secondFactor, AccountMail mail)
        : IRequestHandler<Command, Outcome<IReadOnlyList<string>>>
    {
        public async Task<Outcome<IReadOnlyList<string>>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await own.FindAsync(cancellationToken);
            if (!account.TwoFactorEnabled)
            {
                return Outcome<IReadOnlyList<string>>.NotFound();
            }

            await mail.ChangedAsync(account.Email!, "recovery-codes", cancellationToken);
            return Outcome<IReadOnlyList<string>>.Of(
                await secondFactor.NewRecoveryCodesAsync(account, cancellationToken)
            );
        }
    }
}
