using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Replaces a real account where an address has none, so that checking a password takes the same time in both cases.
/// </summary>
internal sealed class Decoy(IOptions<PasswordHasherOptions> options)
{
    /// <summary>Belongs to nobody.</summary>
    public Account Account { get; } = new();

    /// <summary>The hash of a password that nobody knows, made like the others.</summary>
    public string Hash { get; } =
        new PasswordHasher<Account>(options).HashPassword(
            new Account(),
            Convert.ToHexString(RandomNumberGenerator.GetBytes(16))
        );
}
