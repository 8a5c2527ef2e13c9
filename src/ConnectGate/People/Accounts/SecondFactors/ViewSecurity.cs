using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>A member's ways to sign in.</summary>
public static class ViewSecurity
{
    /// <summary>The most passkeys of one account.</summary>
    public const int MostPasskeys = 20;

    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Email">The address.</param>
    /// <param name="Role">The account's role.</param>
    /// <param name="HasAuthenticator">Whether sign-in asks for a code.</param>
    /// <param name="RecoveryCodesLeft">The number of unused recovery codes.</param>
    /// <param name="KeyToSetUp">The key of an authenticator that is being set up; null once it is on.</param>
    /// <param name="Passkeys">The oldest first.</param>
    public sealed record View(
        string Email,
        Role Role,
        bool HasAuthenticator,
        int RecoveryCodesLeft,
        string? KeyToSetUp,
        IReadOnlyList<Passkey> Passkeys
    );

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
