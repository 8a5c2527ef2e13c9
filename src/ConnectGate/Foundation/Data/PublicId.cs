using System.Buffers.Text;
using System.Security.Cryptography;

namespace ConnectGate.Foundation.Data;

/// <summary>
/// The id of a row in addresses and in the API: 128 random bits, so that nobody can guess or count them.
/// </summary>
internal static class PublicId
{
    /// <summary>In characters: 16 bytes in base64url without padding.</summary>
    public const int Length = 22;

    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
