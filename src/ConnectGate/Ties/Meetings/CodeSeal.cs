using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Keeps a code from who reads the database, with the application's keys; its owner is shown it again by the same keys.
/// </summary>
internal sealed class CodeSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ConnectGate.Meetings", "Code", "v1");

    public string Close(CodeText code) => _protector.Protect(code.Value);

    /// <summary>The code; null where it was sealed by keys that are gone.</summary>
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
