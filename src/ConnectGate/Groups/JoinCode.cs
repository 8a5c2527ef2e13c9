using System.Security.Cryptography;

namespace ConnectGate.Groups;

/// <summary>What one joins a group by: eight characters that can be read out, without those that look alike.</summary>
internal static class JoinCode
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 8;

    // No I, L and 1, no O and 0: 31 to the power of 8 codes.
    private const string Characters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new one.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Characters, Length);

    /// <summary>A code as it was typed or stands in a link: case, blanks and hyphens don't matter. Null where the text is none.</summary>
    public static string? Of(string? text)
    {
        if (text?.Length > 40)
        {
            return null;
        }

        var code = string.Concat((text ?? "").Where(c => c is not ('-' or ' '))).ToUpperInvariant();
        return code.Length == Length && code.All(Characters.Contains) ? code : null;
    }

    /// <summary>As it is shown: in two parts of four.</summary>
    public static string Shown(string code) => $"{code[..4]}-{code[4..]}";
}
