using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.SecondFactors;

/// <summary>An account's authenticator and recovery codes, in Identity's tables.</summary>
internal sealed class SecondFactor(
    UserManager<Account> accounts,
    IUserStore<Account> store,
    Throttle throttle,
    Actor actor
)
{
    /// <summary>The place of an authenticator's key in Identity's store.</summary>
    public const string Store = "[AspNetUserStore]",
        KeyName = "AuthenticatorKey";

    /// <summary>Recovery codes in one set.</summary>
    public const int Codes = 10;

    // 120 random bits, so that a plain hash is enough to store them (ASVS 6.5.2).
    private const int Groups = 4,
        GroupLength = 6;
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Whether the code is right. A right code is used up.</summary>
    public async Task<bool> AcceptsAsync(Account account, ShownCode shown, CancellationToken cancellationToken) =>
        shown.IsRecovery
            ? await RecoveryCodes.RedeemCodeAsync(account, Hash(account, shown.RecoveryCode!), cancellationToken)
                && await SavedAsync(account)
            : await AcceptsCodeAsync(account, shown.TwoFactorCode, cancellationToken);

    /// <summary>
    /// Whether the authenticator shows that code now and the code is unused. A right code is used up.
    /// </summary>
    public async Task<bool> AcceptsCodeAsync(Account account, string? typed, CancellationToken cancellationToken)
    {
        var code = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        return key is not null
            && AuthenticatorCode.Fits(key, code, new DateTimeOffset(actor.Now))
            && await throttle.TakeAsync(
                Bucket.OneCode,
                string.Create(CultureInfo.InvariantCulture, $"{account.Id}:{code}"),
                cancellationToken
            )
                is null;
    }

    /// <summary>Replaces the old recovery codes. The new ones are shown once and stored as hashes.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account, CancellationToken cancellationToken)
    {
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => NewCode())];
        await RecoveryCodes.ReplaceCodesAsync(account, codes.Select(code => Hash(account, code)), cancellationToken);
        await SavedAsync(account);
        return codes;
    }

    public Task<int> RecoveryCodesLeftAsync(Account account, CancellationToken cancellationToken) =>
        RecoveryCodes.CountCodesAsync(account, cancellationToken);

    public async Task RemoveAsync(Account account, CancellationToken cancellationToken)
    {
        await RecoveryCodes.ReplaceCodesAsync(account, [], cancellationToken);
        (await accounts.RemoveAuthenticationTokenAsync(account, Store, KeyName)).OrRunAgain();
        (await accounts.SetTwoFactorEnabledAsync(account, false)).OrRunAgain();
    }

    private IUserTwoFactorRecoveryCodeStore<Account> RecoveryCodes => (IUserTwoFactorRecoveryCodeStore<Account>)store;

    private async Task<bool> SavedAsync(Account account)
    {
        (await accounts.UpdateAsync(account)).OrRunAgain();
        return true;
    }

    private static string NewCode() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, Groups)
                .Select(_ => new string(RandomNumberGenerator.GetItems<char>(Alphabet, GroupLength)))
        );

    private static string Hash(Account account, string code)
    {
        var plain = new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{account.Id}:{plain}"))
            )
        );
    }
}
