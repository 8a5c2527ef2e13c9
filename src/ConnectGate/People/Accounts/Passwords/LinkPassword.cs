using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// Looks at the password that somebody enters with a mailed link. The link proves the address alone: whoever asked for
/// it may have been somebody else. As at sign-in the try is counted first and the password is hashed outside of any
/// transaction.
/// </summary>
internal sealed class LinkPassword(IMediator mediator, IPasswordHasher<Account> hasher)
{
    private const string Field = "password";

    /// <summary>What is wrong with the password, at the field <c>password</c>; null where it is right.</summary>
    /// <param name="subject">Of the link, for counting the tries.</param>
    /// <param name="hash">Of the right password.</param>
    /// <param name="password">As typed.</param>
    /// <param name="words">Say that it is wrong.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
