using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>How a member signs in.</summary>
public static class ViewSecurity
{
    /// <summary>The most passkeys of an account.</summary>
    public const int MostPasskeys = 20;

    /// <summary>Their own.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>What they sign in with.</summary>
    /// <param name="Email">Their address.</param>
    /// <param name="Role">What their account may do.</param>
    /// <param name="HasAuthenticator">Whether sign-in asks for a code.</param>
    /// <param name="RecoveryCodesLeft">How many recovery codes are unused.</param>
    /// <param name="KeyToSetUp">The key of an authenticator that is being set up; null once it is on.</param>
    /// <param name="Passkeys">Their passkeys, the oldest first.</param>
    public sealed record View(
        string Email,
        Role Role,
        bool HasAuthenticator,
        int RecoveryCodesLeft,
        string? KeyToSetUp,
        IReadOnlyList<Passkey> Passkeys
    );

    /// <summary>One passkey.</summary>
    /// <param name="Id">For renaming and removing it.</param>
    /// <param name="Name">As its owner named it.</param>
    /// <param name="CreatedAt">When it was added.</param>
    public sealed record Passkey(string Id, string Name, DateTime CreatedAt)
    {
        internal static IReadOnlyList<Passkey> AllOf(IEnumerable<UserPasskeyInfo> passkeys) =>
            [
                .. passkeys
                    .OrderBy(passkey => passkey.CreatedAt)
                    .Select(passkey => new Passkey(
                        PasskeyId.Of(passkey),
                        passkey.Name ?? "",
                        passkey.CreatedAt.UtcDateTime
                    )),
            ];
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        UserManager<Account> accounts,
        SecondFactor secondFactor
    ) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var account = await context.Users.SingleAsync(account => account.Id == actor.Id, cancellationToken);
            var passkeys = await accounts.GetPasskeysAsync(account);
            return new View(
                account.Email!,
                account.Role,
                account.TwoFactorEnabled,
                await secondFactor.RecoveryCodesLeftAsync(account, cancellationToken),
                account.TwoFactorEnabled ? null : await accounts.GetAuthenticatorKeyAsync(account),
                Passkey.AllOf(passkeys)
            );
        }
    }
}
