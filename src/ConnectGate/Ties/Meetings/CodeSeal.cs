using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Encrypts a code with the application's keys, so that the database alone does not reveal it. The same keys decrypt it
/// when its owner opens the page again.
/// </summary>
internal sealed class CodeSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ConnectGate.Meetings", "Code", "v1");

    public string Close(CodeText code) => _protector.Protect(code.Value);

    /// <summary>Null if the keys that encrypted the code no longer exist.</summary>
    public CodeText? Open(string sealedCode)
    {
        try
        {
            return CodeText.Of(_protector.Unprotect(sealedCode));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
