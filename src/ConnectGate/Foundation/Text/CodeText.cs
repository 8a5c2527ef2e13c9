using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// A code of eight characters that can be read aloud: 40 random bits in the 32 letters and digits that are not mistaken
/// for others. I and L are read as 1, O as 0, U as V. Case, blanks and hyphens do not matter.
/// </summary>
internal readonly record struct CodeText
{
    /// <summary>In characters.</summary>
    public const int Length = 8;

    private const int Half = Length / 2,
        LongestTyped = 40;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CodeText(string value) => Value = value;

    /// <summary>Without the blank between the two groups.</summary>
    public string Value { get; }

    /// <summary>The half that finds the code; the other half proves it.</summary>
    public string Selector => Value[..Half];

    public static CodeText Next() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a code that somebody typed or a link contained; null where the text is no code.</summary>
    public static CodeText? Of(string? typed)
    {
        if (typed is null or { Length: > LongestTyped })
        {
            return null;
        }

        var read = new StringBuilder(Length);
        foreach (var c in typed.Where(c => !char.IsWhiteSpace(c) && c != '-'))
        {
            read.Append(
                char.ToUpperInvariant(c) switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    'U' => 'V',
                    var other => other,
                }
            );
        }

        return read.Length == Length && read.ToString() is var text && text.All(Alphabet.Contains)
            ? new CodeText(text)
            : null;
    }

    /// <summary>Two groups of four, as the code is shown and read aloud.</summary>
    public override string ToString() => $"{Value[..Half]} {Value[Half..]}";
}
