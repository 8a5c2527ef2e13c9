using System.Collections.Frozen;
using System.Text;

namespace ConnectGate.Gate.Reading.Text;

/// <summary>What a letter is compared as.</summary>
internal static class Glyphs
{
    // Letters that NFKD leaves whole, and letters of other scripts that look like Latin ones (Unicode's confusables.txt
    // has them all; these are the ones that stand in words that people read as Latin).
    private static readonly FrozenDictionary<int, string> Alike = Pairs(
        "ßss æae œoe øo łl đd ðd þth ħh ŋn ſs ɑa ɡg ıi "
            + "аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj ԁd ԛq ԝw һh ӏl "
            + "αa βb εe ιi κk νv οo ρp τt υu χx ωw ηn"
    );

    /// <summary>The letter or digit without case, as its Latin look-alike where it has one; and its script.</summary>
    public static (string Folded, Script Script) Fold(Rune rune)
    {
        var lower = rune.IsAscii ? Rune.ToLowerInvariant(rune) : Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
        if (lower.IsAscii)
        {
            return (Ascii[lower.Value], Script.Latin);
        }

        if (Alike.TryGetValue(lower.Value, out var alike))
        {
            return (alike, Script.Latin);
        }

        return (lower.ToString(), ScriptOf(lower.Value));
    }

    /// <summary>
    /// The text as long as it was, with look-alikes of Latin letters as these: an address is read so, whatever stands
    /// in it.
    /// </summary>
    public static string Latin(string text) => string.Create(text.Length, text, static (latin, text) =>
        {
            for (var at = 0; at < latin.Length; at++)
            {
                latin[at] =
                    !char.IsAscii(text[at])
                    && Alike.TryGetValue(char.ToLowerInvariant(char.ToUpperInvariant(text[at])), out var alike)
                    && alike.Length == 1
                        ? alike[0]
                        : text[at];
            }
        });

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    private static Script ScriptOf(int code) =>
        code switch
        {
            < 0x0530 => Script.Latin, // Latin, Greek and Cyrillic: their marks are accents
            (>= 0x1E00 and <= 0x1FFF) => Script.Latin,
            (>= 0x3005 and <= 0x3007)
            or (>= 0x3040 and <= 0x30FF)
            or (>= 0x31F0 and <= 0x31FF)
            or (>= 0x3400 and <= 0x9FFF)
            or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF)
            or (>= 0x0E00 and <= 0x0EFF)
            or (>= 0x1000 and <= 0x109F)
            or (>= 0x1780 and <= 0x17FF) => Script.Dense,
            _ => Script.Other,
        };

    private static FrozenDictionary<int, string> Pairs(string pairs) =>
        pairs.Split(' ').ToFrozenDictionary(pair => Rune.GetRuneAt(pair, 0).Value, pair => pair[1..]);
}

/// <summary>How the words of a script are told apart.</summary>
internal enum Script
{
    /// <summary>No letter yet.</summary>
    None,

    /// <summary>Latin, Greek, Cyrillic: spaces between words, marks are accents.</summary>
    Latin,

    /// <summary>Han, kana, Thai, Lao, Burmese, Khmer: no spaces, each character counts as a word.</summary>
    Dense,

    /// <summary>Any other: spaces between words, marks belong to the letters.</summary>
    Other,
}
