using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// Cleans and counts people's texts in one way, so that page, validator, API and gate count alike: user-perceived
/// characters (grapheme clusters, UAX #29) of the text in NFC.
/// </summary>
public static class VisibleText
{
    /// <summary>
    /// The code points that the database allows for each visible character; a family emoji with modifiers has eight. A
    /// text with more on average consists of piled-up marks, and counts as too long.
    /// </summary>
    public const int CodePointsPerCharacter = 8;

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';
    private const char BrailleBlank = '\u2800';

    /// <summary>A noncharacter that no text has and that .NET refuses to normalise. It is removed.</summary>
    private const char NoCharacter = '\uFFFE';

    /// <summary>
    /// Characters of the Basic Multilingual Plane that look empty: White_Space, Default_Ignorable_Code_Point, control
    /// characters, and the Braille blank. The database trims these before it counts.
    /// </summary>
    internal static readonly IReadOnlyList<char> Blanks =
    [
        .. Enumerable.Range(1, 0xFFFF).Select(code => (char)code).Where(IsBlank),
    ];

    /// <summary>
    /// The text in its stored and shown form: NFC, LF line ends, without control, bidirectional, zero-width and
    /// blank-looking characters. Joiners and variation selectors stay inside a cluster, where scripts and emoji need
    /// them. Several blank lines become one.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var cleaned = new StringBuilder(text.Length);
        Span<char> utf16 = stackalloc char[2];
        var insideCluster = false;
        var lineEnds = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes()) // an unpaired surrogate becomes U+FFFD
        {
            if (rune.Value == '\n')
            {
                insideCluster = false;
                if (++lineEnds <= 2)
                {
                    cleaned.Append('\n');
                }
            }
            else if (IsSpace(rune))
            {
                insideCluster = false;
                cleaned.Append(rune.Value == '\t' ? ' ' : (char)rune.Value);
            }
            else if (!IsBlank(rune) || (insideCluster && JoinsOrVaries(rune)))
            {
                insideCluster = true;
                lineEnds = 0;
                cleaned.Append(utf16[..rune.EncodeToUtf16(utf16)]);
            }
        }

        // Normalised last, because a removed character may have separated a letter from its mark.
        return TrimBlanks(cleaned.ToString()).Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// In characters that a reader sees. An inner run of white space counts as one; outer white space does not count.
    /// </summary>
    public static int Count(string? text) => Measure.Of(Clean(text)).Characters;

    /// <summary>
    /// Like <see cref="Count"/>, but Han, kana and Hangul count double: one such character says as much as several
    /// Latin ones.
    /// </summary>
    public static int CountTowardsMinimum(string? text) => Measure.Of(Clean(text)).TowardsMinimum;

    /// <summary>The length of a cleaned text, counted in three ways.</summary>
    /// <param name="CodePoints">As the database counts.</param>
    /// <param name="Characters">As a reader counts.</param>
    /// <param name="TowardsMinimum">
    /// As a reader counts, but Han, kana and Hangul count double: one such character says as much as several Latin
    /// ones.
    /// </param>
    internal readonly record struct Measure(int CodePoints, int Characters, int TowardsMinimum)
    {
        /// <summary>Expects a text that <see cref="Clean"/> gave.</summary>
        public static Measure Of(ReadOnlySpan<char> cleaned)
        {
            var (codePoints, characters, dense) = (0, 0, 0);
            var inSpace = false;
            while (!cleaned.IsEmpty)
            {
                var cluster = cleaned[..StringInfo.GetNextTextElementLength(cleaned)];
                cleaned = cleaned[cluster.Length..];
                var space = cluster.IsWhiteSpace();
                Rune.DecodeFromUtf16(cluster, out var first, out var length);
                codePoints += 1 + CountRunes(cluster[length..]);
                characters += space && inSpace ? 0 : 1;
                dense += IsDense(first) ? 1 : 0;
                inSpace = space;
            }

            return new Measure(codePoints, characters, characters + dense);
        }

        private static int CountRunes(ReadOnlySpan<char> text)
        {
            var count = 0;
            foreach (var _ in text.EnumerateRunes())
            {
                count++;
            }

            return count;
        }

        /// <summary>Han, Hiragana, Katakana, Bopomofo and Hangul, by their blocks (Unicode 16, Blocks.txt).</summary>
        private static bool IsDense(Rune rune) =>
            rune.Value
                is (>= 0x1100 and <= 0x11FF)
                    or (>= 0x3005 and <= 0x3007)
                    or (>= 0x3040 and <= 0x31FF)
                    or (>= 0x3400 and <= 0x4DBF)
                    or (>= 0x4E00 and <= 0x9FFF)
                    or (>= 0xA960 and <= 0xA97F)
                    or (>= 0xAC00 and <= 0xD7FF)
                    or (>= 0xF900 and <= 0xFAFF)
                    or (>= 0xFF66 and <= 0xFFDC)
                    or (>= 0x1B000 and <= 0x1B16F)
                    or (>= 0x20000 and <= 0x3FFFF);
    }

    /// <summary>
    /// Whether the text contains characters that a name must not have: control, bidirectional or zero-width characters,
    /// line breaks, or blank-looking fillers. The joiners that Persian and Indic names need inside a word are allowed.
    /// </summary>
    public static bool HidesCharacters(string text)
    {
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var joiner =
                rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner && (Rune.IsLetter(previous) || IsMark(previous));
            if (!joiner && IsBlank(rune) && (rune.Value == '\t' || !IsSpace(rune)))
            {
                return true;
            }

            previous = rune;
        }

        return false;
    }

    private static string TrimBlanks(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (start < end && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsSpace(Rune rune) =>
        rune.Value is ' ' or '\t' || (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));

    private static bool JoinsOrVaries(Rune rune) =>
        rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner or (>= 0xFE00 and <= 0xFE0F);

    /// <summary>Whether it belongs to the letter before it, as an accent or a vowel sign does.</summary>
    internal static bool IsMark(Rune rune) => !rune.IsAscii && IsMark(Rune.GetUnicodeCategory(rune));

    /// <inheritdoc cref="IsMark(Rune)"/>
    internal static bool IsMark(UnicodeCategory category) =>
        category
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>Whether a reader sees nothing of the text.</summary>
    public static bool IsBlank(string? text) => Clean(text).Length == 0;

    /// <summary>Whether a reader sees nothing of it, not even a space.</summary>
    internal static bool IsHidden(Rune rune) => IsBlank(rune) && !IsSpace(rune);

    private static bool IsBlank(char c) => !char.IsSurrogate(c) && c != NoCharacter && IsBlank(new Rune(c));

    private static bool IsBlank(Rune rune) =>
        rune.IsAscii
            ? rune.Value is <= ' ' or 0x7F
            : Rune.IsWhiteSpace(rune)
                || Rune.IsControl(rune)
                || rune.Value is BrailleBlank or NoCharacter
                || IsDefaultIgnorable(rune.Value)
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>Default_Ignorable_Code_Point of Unicode 16 (DerivedCoreProperties.txt).</summary>
    private static bool IsDefaultIgnorable(int code) =>
        code
            is 0x00AD
                or 0x034F
                or 0x061C
                or 0x3164
                or 0xFEFF
                or 0xFFA0
                or (>= 0x115F and <= 0x1160)
                or (>= 0x17B4 and <= 0x17B5)
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xFFF0 and <= 0xFFF8)
                or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF);
}
