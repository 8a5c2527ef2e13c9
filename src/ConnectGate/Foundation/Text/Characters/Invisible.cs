using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Text.Characters;

/// <summary>Characters of which a reader sees nothing, and the places where a script or an emoji needs them.</summary>
internal static class Invisible
{
    private const int ZeroWidthNonJoiner = 0x200C,
        ZeroWidthJoiner = 0x200D,
        BrailleBlank = 0x2800,
        BlackFlag = 0x1F3F4,
        CancelTag = 0xE007F;

    /// <summary>A tag's length in UTF-16.</summary>
    private const int TagLength = 2;

    /// <summary>
    /// Those of the Basic Multilingual Plane that look empty and that the database trims before it counts: White_Space,
    /// Default_Ignorable_Code_Point, control characters, and the Braille blank.
    /// </summary>
    public static readonly IReadOnlyList<char> Trimmed =
    [
        .. Enumerable.Range(1, 0xFFFF).Select(code => (char)code).Where(IsTrimmed),
    ];

    /// <summary>
    /// Whether a reader sees nothing of it. Private-use characters count: what they show, if anything, only the font of
    /// the writer knows.
    /// </summary>
    public static bool Is(Rune rune) =>
        rune.IsAscii
            ? rune.Value is <= ' ' or 0x7F
            : Rune.IsWhiteSpace(rune)
                || Rune.IsControl(rune)
                || IsFiller(rune.Value)
                || IsDefaultIgnorable(rune.Value)
                || IsNoncharacter(rune.Value)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    /// <summary>Whether it shows nothing at the end of a text: a space, or a joiner that joins nothing.</summary>
    public static bool IsAtEnd(char c) => c is (char)ZeroWidthJoiner or (char)ZeroWidthNonJoiner or '\n' || IsSpace(c);

    private static bool IsSpace(char c) => !char.IsSurrogate(c) && IsSpace(new Rune(c));

    public static bool IsSpace(Rune rune) =>
        rune.Value is ' ' or '\t' || (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));

    /// <summary>
    /// How many UTF-16 units of the text, which begins with an invisible character or with the black flag's tags, have
    /// an effect on what a reader sees: a joiner between letters or emoji, a variation selector behind a character that
    /// has variants, the tags of a regional flag. 0 where the character only hides.
    /// </summary>
    /// <param name="previous">The character before it; the default at the beginning and after a space.</param>
    public static int LengthInUse(Rune previous, ReadOnlySpan<char> text)
    {
        if (previous.Value == 0 || Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done)
        {
            return 0;
        }

        var inUse = rune.Value switch
        {
            ZeroWidthNonJoiner => IsOfWord(previous),
            ZeroWidthJoiner => IsOfWord(previous)
                || (
                    IsPictogram(previous)
                    && Rune.DecodeFromUtf16(text[length..], out var next, out _) == OperationStatus.Done
                    && IsPictogram(next)
                ),
            0xFE0E or 0xFE0F => HasEmoji(previous),
            (>= 0xFE00 and <= 0xFE0D) or (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xE0100 and <= 0xE01EF) =>
                Rune.GetUnicodeCategory(previous) == UnicodeCategory.OtherLetter,
            _ => false,
        };
        return inUse ? length
            : previous.Value == BlackFlag ? FlagTags(text)
            : 0;
    }

    // The code of a region in three to six tags, and the tag that ends it.
    private static int FlagTags(ReadOnlySpan<char> text)
    {
        for (var tags = 0; tags <= 6; tags++)
        {
            if (Rune.DecodeFromUtf16(text[(tags * TagLength)..], out var tag, out _) != OperationStatus.Done)
            {
                return 0;
            }

            if (tag.Value == CancelTag)
            {
                return tags >= 3 ? (tags + 1) * TagLength : 0;
            }

            if (tag.Value is not ((>= 0xE0030 and <= 0xE0039) or (>= 0xE0061 and <= 0xE007A)))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsOfWord(Rune rune) => Rune.IsLetter(rune) || (VisibleText.IsMark(rune) && !IsSelector(rune));

    private static bool IsSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F;

    // The base of a keycap, ‼, ⁉, ℹ, 〰 and 〽 are no symbols.
    private static bool HasEmoji(Rune rune) =>
        rune.Value is '#' or '*' or (>= '0' and <= '9') or 0x203C or 0x2049 or 0x2139 or 0x3030 or 0x303D
        || (IsPictogram(rune) && !IsSelector(rune));

    // Emoji are symbols; a skin tone or a selector may follow them.
    private static bool IsPictogram(Rune rune) =>
        IsSelector(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherSymbol
                or UnicodeCategory.MathSymbol
                or UnicodeCategory.ModifierSymbol;

    private static bool IsTrimmed(char c) =>
        !char.IsSurrogate(c)
        && Is(new Rune(c))
        && !IsNoncharacter(c)
        && c is not '\uFFFC'
        && char.GetUnicodeCategory(c) != UnicodeCategory.PrivateUse;

    private static bool IsNoncharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>
    /// Characters that show nothing though Unicode has no property for it: the Braille blank, the sign in place of an
    /// object, and the blanks of musical, Khitan and hieroglyphic writing.
    /// </summary>
    private static bool IsFiller(int code) =>
        code is BrailleBlank or 0xFFFC or 0x1D159 or 0x16FE4 or 0x13441 or 0x13442;

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
