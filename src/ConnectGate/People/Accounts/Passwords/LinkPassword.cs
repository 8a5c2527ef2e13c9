using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// Checks a password that is entered with a mailed link. The link proves only the address, because somebody else may
/// have asked for it. As at sign-in, the try is counted first, and the password is hashed outside any transaction.
/// </summary>
internal sealed class LinkPassword(IMediator mediator, IPasswordHasher<Account> hasher)
{
    private const string Field = "password";

    /// <summary>The refusal, at the field <c>password</c>; null where the password is right.</summary>
    /// <param name="subject">The link's subject, for counting the tries.</param>
    /// <param name="hash">Of the right password.</param>
    /// <param name="password">As typed.</param>
    /// <param name="words">The name of the text for a wrong password.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<Refusal?> CheckAsync(
        string subject,
        string hash,
        string? password,
        string words,
        CancellationToken cancellationToken
    )
    {
        var tries = CountTry.ForLink(subject);
        var counted = await mediator.Send(tries, cancellationToken);
        if (counted.Value.RetryAt is { } retryAt)
        {
            return new Refusal("too-many-tries", Field, Words.Format("too-many-tries", retryAt));
        }

        if (
            password is not { Length: > 0 and <= PasswordRules.Maximum }
            || hasher.VerifyHashedPassword(new Account(), hash, password) == PasswordVerificationResult.Failed
        )
        {
            return new Refusal("password-wrong", Field, Words.Of(words));
        }

        await mediator.Send(new GiveTryBack.Command(tries.Buckets), cancellationToken);
        return null;
    }
}
