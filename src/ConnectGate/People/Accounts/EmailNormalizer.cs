using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts;

/// <summary>
/// Identity's normaliser, which also writes the domain of an address in ASCII. So both forms of one mailbox are one
/// address, wherever it is compared.
/// </summary>
internal sealed class EmailNormalizer : ILookupNormalizer
{
    private readonly UpperInvariantLookupNormalizer _upper = new();

    public string? NormalizeName(string? name) => _upper.NormalizeName(name);

    public string? NormalizeEmail(string? email) =>
        _upper.NormalizeEmail(email is null ? null : EmailAddress.InAscii(email) ?? email);
}
