namespace ConnectGate.Tests.Slices.Foundation.Text;

/// <summary>Texts as people, and machines, type them.</summary>
internal static class Texts
{
    /// <summary>Characters that show nothing, by kind.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Blanks = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["nothing"] = [""],
        ["white space"] =
        [
            " ",
            "\t",
            "\n",
            "\r\n",
            "\v",
            "\f",
            "\u0085",
            "\u00A0",
            "\u1680",
            "\u2000",
            "\u2001",
            "\u2002",
            "\u2003",
            "\u2004",
            "\u2005",
            "\u2006",
            "\u2007",
            "\u2008",
            "\u2009",
            "\u200A",
            "\u2028",
            "\u2029",
            "\u202F",
            "\u205F",
            "\u3000",
        ],
        ["zero-width"] =
        [
            "\u200B",
            "\u200C",
            "\u200D",
            "\u2060",
            "\uFEFF",
            "\u180E",
            "\u034F",
            "\u00AD",
            "\u17B4",
            "\u17B5",
        ],
        ["control"] = ["\u0000", "\u0001", "\u0008", "\u001B", "\u007F", "\u0080", "\u009F"],
        ["bidirectional"] = ["\u061C", "\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069"],
        ["Hangul filler"] = ["\u115F", "\u1160", "\u3164", "\uFFA0"],
        ["Braille blank"] = ["\u2800"],
        ["variation selector or tag"] = ["\uFE00", "\uFE0F", "\U000E0020", "\U000E0100", "\U0001D173"],
        ["private use"] = ["\uE000", "\uF8FF", "\U000F0000", "\U0010FFFD"],
        ["noncharacter"] = ["\uFDD0", "\uFFFE", "\uFFFF", "\U0001FFFF"],
        ["filler without a property"] = ["\uFFFC", "\U0001D159", "\U00016FE4", "\U00013441"],
        ["mixture"] = [" \u200B\u3164\u2800\u00A0\u0001\u202E\uFE0F", "\u200D\u200C", "\n\u115F\n\u2800"],
    };

    /// <summary>One visible character of each script. The scripts that count double have a list of their own.</summary>
    public static readonly IReadOnlyDictionary<string, string> Characters = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["Latin"] = "a",
        ["Latin with a combining mark"] = "q\u0301",
        ["Cyrillic"] = "ж",
        ["Greek"] = "ώ",
        ["Arabic with a vowel mark"] = "بَ",
        ["Hebrew with points"] = "שָׁ",
        ["Devanagari"] = "कि",
        ["Devanagari conjunct"] = "ज्ञा",
        ["Bengali conjunct"] = "স্ত্রী",
        ["Malayalam conjunct"] = "ന്ത",
        ["Khmer conjunct"] = "ស្ត្រី",
        ["Tamil"] = "நி",
        ["Thai"] = "กี่",
        ["emoji"] = "🙂",
        ["emoji with a skin tone"] = "👍🏽",
        ["emoji family"] = "👨‍👩‍👧‍👦",
        ["emoji of a profession"] = "👩🏽‍💻",
        ["flag"] = "🇩🇪",
        ["flag of a region"] = "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
        ["keycap"] = "1️⃣",
    };

    /// <inheritdoc cref="Characters"/>
    public static readonly IReadOnlyDictionary<string, string> DenseCharacters = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["Han"] = "語",
        ["Han beyond the basic plane"] = "𠮷",
        ["Hiragana"] = "か",
        ["Katakana, decomposed"] = "カ\u3099",
        ["Hangul"] = "한",
        ["Hangul, decomposed"] = "\u1112\u1161\u11AB",
    };

    private const string Letter =
        "Berth 9, Faro, eels and a broken lamp: that was us in October. You lent me your spanner, and I "
        + "promised to tell you how the pump went on. It held until Lisbon. Then the gasket tore again, and old "
        + "Teresa from the chandlery cut us a new one out of a boot. We laughed so much that the pilot came "
        + "over to see who was drowning. Since then I have kept a diary of every repair, with drawings, because "
        + "you said that nobody believes a mechanic without drawings. There are forty by now. The best shows "
        + "the anchor winch in Cascais, which had a family of geckos living behind its brake. I moved them into "
        + "the flower pot of the harbour office, where they are said to be doing well. My question is about the "
        + "second bearing: ours hums at low revolutions and is silent above nine hundred, which is the wrong "
        + "way round if I remember your chalk sketch. Do you still have it, or did the rain take it that night? "
        + "I could bring the spanner back on Thursday the 14th, when we pass Faro on the way to Ayamonte with a "
        + "load of cork and two goats. Tell me whether the red crane still works.";

    /// <summary>
    /// A meaningful text of that many visible characters. It begins with one character of a script.
    /// </summary>
    public static string Saying(int count, string character) => $"{character} {Letter[..(count - 3)]}.";

    public static string Of(int count, string character) => string.Concat(Enumerable.Repeat(character, count));

    /// <summary>The script's character, and its count towards a minimum.</summary>
    public static (string Character, int Counts) Script(string name) =>
        Characters.TryGetValue(name, out var character) ? (character, 1) : (DenseCharacters[name], 2);
}
