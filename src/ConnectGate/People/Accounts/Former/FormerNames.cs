using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.People.Accounts.Former;

/// <summary>
/// Keyed hashes of the addresses and handles of deleted accounts. The hash alone does not show whether it belongs to a
/// guessed address: that needs the key, which only the application's own keys decrypt. The key itself never changes,
/// because a hash cannot be made again. After the loss of the application's keys, no earlier hash is recognised.
/// </summary>
internal sealed class FormerNames(ConnectGateContext context, IDataProtectionProvider protection)
{
    /// <summary>In hexadecimal digits.</summary>
    public const int HashLength = 64;

    private const string Name = "former-names";

    private readonly IDataProtector _protector = protection.CreateProtector("ConnectGate.FormerNames", "Key", "v1");

    public Task<string> OfAddressAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        HashAsync("address", normalizedEmail, cancellationToken);

    public Task<string> OfHandleAsync(string handle, CancellationToken cancellationToken) =>
        HashAsync("handle", handle, cancellationToken);

    private async Task<string> HashAsync(string kind, string value, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(await KeyAsync(cancellationToken), Encoding.UTF8.GetBytes($"{kind}\n{value}"))
        );

    // Two nodes that make the first key at once conflict, and one of the two commands runs again.
    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        var secret = await context.ServerSecrets.SingleOrDefaultAsync(one => one.Name == Name, cancellationToken);
        if (secret is not null && Open(secret.Sealed) is { } known)
        {
            return known;
        }

        var key = RandomNumberGenerator.GetBytes(32);
        var closed = Convert.ToBase64String(_protector.Protect(key));
        if (secret is null)
        {
            context.ServerSecrets.Add(new ServerSecret { Name = Name, Sealed = closed });
        }
        else
        {
            secret.Sealed = closed;
        }

        await context.SaveChangesAsync(cancellationToken);
        return key;
    }

    private byte[]? Open(string closed)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
