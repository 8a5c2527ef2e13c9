using System.Globalization;
using System.Text;
using ConnectGate.Foundation.Text.Characters;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// Cleans and counts people's texts in one way, so that page, validator, API and gate count alike: user-perceived
/// characters (<see cref="Clusters"/>) of the text in NFC.
/// </summary>
public static class VisibleText
{
    /// <summary>
    /// The code points that the database allows for each visible character; a family emoji with modifiers has eight. A
    /// text with more on average consists of piled-up marks, and counts as too long.
    /// </summary>
    public const int CodePointsPerCharacter = 8;

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

        // Most texts of a large file are of this kind.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text[0] != ' ' && text[^1] != ' ')
        {
            return text;
        }

        var cleaned = new StringBuilder(text.Length);
        text = text.ReplaceLineEndings("\n");
        var previous = default(Rune);
        var lineEnds = 0;
        for (var at = 0; at < text.Length; )
        {
            // An unpaired surrogate becomes U+FFFD.
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            if (rune.Value == '\n')
            {
                previous = default;
                if (++lineEnds <= 2)
                {
                    cleaned.Append('\n');
                }
            }
            else if (Invisible.IsSpace(rune))
            {
                previous = default;
                cleaned.Append(rune.Value == '\t' ? ' ' : (char)rune.Value);
            }
            else if (!Invisible.Is(rune))
            {
                (previous, lineEnds) = (rune, 0);
                Append(rune);
            }
            else if (Invisible.LengthInUse(previous, text.AsSpan(at)) is var used and > 0)
            {
                (previous, length) = (rune, used);
                cleaned.Append(text, at, used);
            }

            at += length;
        }

        // Normalised last, because a removed character may have separated a letter from its mark.
        return Trimmed(cleaned.ToString()).Normalize(NormalizationForm.FormC);

        void Append(Rune rune)
        {
            Span<char> utf16 = stackalloc char[2];
            cleaned.Append(utf16[..rune.EncodeToUtf16(utf16)]);
        }
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
                var cluster = cleaned[..Clusters.NextLength(cleaned)];
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
        internal static bool IsDense(Rune rune) =>
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
    /// line breaks, or blank-looking fillers. Those that a script or an emoji needs are allowed.
    /// </summary>
    public static bool HidesCharacters(string text)
    {
        var previous = default(Rune);
        for (var at = 0; at < text.Length; )
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            if (Invisible.Is(rune) && (rune.Value == '\t' || !Invisible.IsSpace(rune)))
            {
                if (Invisible.LengthInUse(previous, text.AsSpan(at)) is not (var used and > 0))
                {
                    return true;
                }

                length = used;
            }

            previous = Invisible.IsSpace(rune) ? default : rune;
            at += length;
        }

        return false;
    }

    // What is left of invisible characters has an effect, except at the ends.
    private static string Trimmed(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Invisible.IsAtEnd(text[start]))
        {
            start++;
        }

        while (start < end && Invisible.IsAtEnd(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

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
    internal static bool IsHidden(Rune rune) => Invisible.Is(rune) && !Invisible.IsSpace(rune);
}
