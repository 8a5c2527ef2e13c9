using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// A code that can be read out, eight characters: 40 random bits in the 32 letters and digits that are not taken for
/// others. I and L are read as 1, O as 0, U as V, whatever their case; blanks and hyphens between them do not matter.
/// </summary>
internal readonly record struct CodeText
{
    /// <summary>How many characters there are.</summary>
    public const int Length = 8;

    private const int Half = Length / 2,
        LongestTyped = 40;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CodeText(string value) => Value = value;

    /// <summary>The characters, without a blank.</summary>
    public string Value { get; }

    /// <summary>The half by which it is found; the other half proves it.</summary>
    public string Selector => Value[..Half];

    /// <summary>A new one.</summary>
    public static CodeText Next() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>What somebody typed or a link carried; null where it is none.</summary>
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

    /// <summary>As it is shown and read out: two groups of four.</summary>
    public override string ToString() => $"{Value[..Half]} {Value[Half..]}";
}
