using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Takes a real account's place where an address has none, so that looking at a password takes as long as for one that
/// has.
/// </summary>
internal sealed class Decoy(IOptions<PasswordHasherOptions> options)
{
    /// <summary>Nobody's.</summary>
    public Account Account { get; } = new();

    /// <summary>Of a password that nobody knows, made like the others.</summary>
    public string Hash { get; } =
        new PasswordHasher<Account>(options).HashPassword(
            new Account(),
            Convert.ToHexString(RandomNumberGenerator.GetBytes(16))
        );
}
