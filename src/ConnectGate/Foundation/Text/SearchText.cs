using System.Collections.Frozen;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// Text folded for search, as people type it: lower case, without accents, with plain letters and apostrophes. So
/// "jurgen" finds Jürgen and "ostergard" finds Østergård, on both databases. Folding a folded text changes nothing.
/// </summary>
internal static class SearchText
{
    /// <summary>
    /// The version of the folding. Raise it when <see cref="Fold"/> gives other results, or when other texts are
    /// folded: the next start then folds the stored texts anew.
    /// </summary>
    public const int Version = 3;

    /// <summary>LIKE's escape character: it makes a wildcard an ordinary character.</summary>
    public const string Escape = "\\";

    private const int MostWords = 8;

    // Letters and signs that no accent explains, as CLDR's transform Latin-ASCII writes them, and the open vowels of
    // African and Azerbaijani names, which it leaves out.
    private static readonly FrozenDictionary<int, string> Plain = (
        "ßss æae œoe øo þth ðd đd ıi łl ħh ŋn ŧt ĸq ςσ ƀb ɓb ƈc ɖd ɗd ƒf ɠg ɨi ƙk ƚl ɲn ƥp ʠq ɽr ƭt ʈt ʉu ʋv ƴy ƶz ɣg "
        + "ɛe əe ǝe ɔo ɵo ɩi ʊu ȼc ⱥa ɇe ɉj ɍr ɏy ⱡl ⱦt ꞑn ꞓc ꞡg ꞣk ꞥn ꞧr ꞩs ‘' ’' ‛' ′' ʹ' ʻ' ʼ' ʽ' `' ´' ‐- ‑- –- —-"
    )
        .Split(' ')
        .ToFrozenDictionary(pair => (int)pair[0], pair => pair[1..]);

    /// <summary>The first words of a search, folded.</summary>
    /// <param name="longest">Characters after this many are ignored.</param>
    public static IReadOnlyList<string> Words(string? text, int longest)
    {
        var typed = VisibleText.Clean(text is { } all && all.Length > longest ? all[..longest] : text);
        return
        [
            .. Fold(typed)
                .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.TrimStart('@'))
                .Where(word => word.Length > 0)
                .Take(MostWords),
        ];
    }

    /// <summary>The word with LIKE's wildcards escaped.</summary>
    public static string Escaped(string word) =>
        word.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);

    /// <summary>The texts, folded and joined by line ends, which no search term contains.</summary>
    public static string Of(params IEnumerable<string> texts) =>
        string.Join('\n', texts.Where(text => text.Length > 0).Select(Fold));

    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('`', StringComparison.Ordinal))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        var marksAreAccents = true;

        // The spacing acute would become a space and a mark.
        foreach (var rune in text.Replace('´', '\'').Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (VisibleText.IsMark(rune))
            {
                if (!marksAreAccents && !VisibleText.IsHidden(rune))
                {
                    folded.Append(units[..rune.EncodeToUtf16(units)]);
                }
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                folded.Append(' ');
            }
            else if (!VisibleText.IsHidden(rune))
            {
                marksAreAccents = HasAccents(rune);
                var lower = Rune.ToLowerInvariant(rune);
                folded.Append(
                    Plain.TryGetValue(lower.Value, out var plain) ? plain : units[..lower.EncodeToUtf16(units)]
                );
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Whether people leave out the marks on it: the accents of Latin, Greek and Cyrillic, and the vowel points of
    /// Hebrew, Arabic and Syriac. In other scripts, a mark is a vowel, a tone or a part of the letter: कि, が, กี่.
    /// </summary>
    private static bool HasAccents(Rune rune) =>
        rune.Value
            is < 0x0780
                or (>= 0x0870 and <= 0x08FF)
                or (>= 0x1D00 and <= 0x20FF)
                or (>= 0x2C60 and <= 0x2C7F)
                or (>= 0x2DE0 and <= 0x2DFF)
                or (>= 0xA640 and <= 0xA69F)
                or (>= 0xA720 and <= 0xA7FF)
                or (>= 0xAB30 and <= 0xAB6F)
        || !Rune.IsLetter(rune);
}
