using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Text.Characters;

/// <summary>
/// User-perceived characters: the extended grapheme clusters of UAX #29. .NET knows all of its rules but GB9c, by which
/// the consonants of a conjunct are one character in the scripts of India and its neighbours. The ICU of the machine
/// does not serve: its version, and with it the count, differs from host to host.
/// </summary>
internal static class Clusters
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The first character that extends the one before it. All before are Latin, and most texts are.</summary>
    private const char FirstCombining = '\u0300';

    // Indic_Conjunct_Break = Linker and = Consonant (DerivedCoreProperties.txt of Unicode 17).
    private static readonly FrozenSet<int> Linkers = Codes(
        "094D 09CD 0ACD 0B4D 0C4D 0D4D 1039 17D2 1A60 1B44 1BAB A9C0 AAF6 10A3F 11133 113D0 1193E 11A47 11A99 11F42"
    );

    private static readonly FrozenSet<int> Consonants = Codes(
        "0915-0939 0958-095F 0978-097F 0995-09A8 09AA-09B0 09B2 09B6-09B9 09DC-09DD 09DF 09F0-09F1 0A95-0AA8 "
            + "0AAA-0AB0 0AB2-0AB3 0AB5-0AB9 0AF9 0B15-0B28 0B2A-0B30 0B32-0B33 0B35-0B39 0B5C-0B5D 0B5F 0B71 "
            + "0C15-0C28 0C2A-0C39 0C58-0C5A 0D15-0D3A 1000-102A 103F 1050-1055 105A-105D 1061 1065-1066 106E-1070 "
            + "1075-1081 108E 1780-17B3 1A20-1A54 1B0B-1B0C 1B13-1B33 1B45-1B4C 1B83-1BA0 1BAE-1BAF 1BBB-1BBD "
            + "A989-A98B A98F-A9B2 A9E0-A9E4 A9E7-A9EF A9FA-A9FE AA60-AA6F AA71-AA73 AA7A AA7E-AA7F AAE0-AAEA "
            + "ABC0-ABDA 10A00 10A10-10A13 10A15-10A17 10A19-10A35 11103-11126 11144 11147 11380-11389 1138B 1138E "
            + "11390-113B5 11900-11906 11909 1190C-11913 11915-11916 11918-1192F 11A00 11A0B-11A32 11A50 "
            + "11A5C-11A83 11F04-11F10 11F12-11F33"
    );

    /// <summary>The length of the first cluster, in UTF-16 units; 0 for an empty text.</summary>
    public static int NextLength(ReadOnlySpan<char> text)
    {
        // Between two such characters only CR and LF stay together.
        if (text is [not '\r' and < FirstCombining] or [not '\r' and < FirstCombining, < FirstCombining, ..])
        {
            return 1;
        }

        var length = StringInfo.GetNextTextElementLength(text);
        while (length < text.Length && IsConsonant(text[length..]) && EndsInLinkedConsonant(text[..length]))
        {
            length += StringInfo.GetNextTextElementLength(text[length..]);
        }

        return length;
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            text = text[NextLength(text)..];
            count++;
        }

        return count;
    }

    /// <summary>The first clusters of a text; the whole text where it has no more.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int count)
    {
        var length = 0;
        for (; count > 0 && length < text.Length; count--)
        {
            length += NextLength(text[length..]);
        }

        return text[..length];
    }

    private static bool IsConsonant(ReadOnlySpan<char> text) =>
        text[0] >= '\u0900'
        && Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done
        && Consonants.Contains(rune.Value);

    // A consonant, then marks, of which at least one links.
    private static bool EndsInLinkedConsonant(ReadOnlySpan<char> cluster)
    {
        var linked = false;
        while (Rune.DecodeLastFromUtf16(cluster, out var rune, out var length) == OperationStatus.Done)
        {
            if (Consonants.Contains(rune.Value))
            {
                return linked;
            }

            if (Linkers.Contains(rune.Value))
            {
                linked = true;
            }
            else if (rune.Value != ZeroWidthJoiner && !IsExtending(Rune.GetUnicodeCategory(rune)))
            {
                return false;
            }

            cluster = cluster[..^length];
        }

        return false;
    }

    private static bool IsExtending(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static FrozenSet<int> Codes(string ranges) =>
        ranges
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(range => range.Split('-').Select(code => Convert.ToInt32(code, 16)).ToArray())
            .SelectMany(ends => Enumerable.Range(ends[0], ends[^1] - ends[0] + 1))
            .ToFrozenSet();
}
