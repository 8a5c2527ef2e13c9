using System.Globalization;
using System.Text;
using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>
/// Neither case nor Unicode form, look-alike letters, characters without width or repeated punctuation make two texts
/// different.
/// </summary>
public sealed class FoldingProperties
{
    // As in Letters: what looks like the Latin letter that stands behind it.
    private const string LookAlikes =
        "аa вb еe кk мm нh оo рp сc тt уy хx ѕs іi јj ԁd ԛq ԝw һh ӏl αa βb εe ιi κk νv οo ρp τt υu χx ωw ηn ɑa ɡg ıi";

    private static readonly ILookup<char, char> Alike = LookAlikes
        .Split(' ')
        .ToLookup(pair => pair[1], pair => pair[0]);

    private const string WithoutWidth = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";

    public static readonly TheoryData<string> Disguises = [.. Ways.Keys];

    private static Dictionary<string, Func<string, string>> Ways =>
        new(StringComparer.Ordinal)
        {
            ["capitals"] = text => Greek(text).ToUpperInvariant(),
            ["small letters"] = text => text.ToLowerInvariant(),
            ["NFC"] = text => text.Normalize(NormalizationForm.FormC),
            ["NFD"] = text => text.Normalize(NormalizationForm.FormD),
            ["NFKC"] = text => text.Normalize(NormalizationForm.FormKC),
            ["NFKD"] = text => text.Normalize(NormalizationForm.FormKD),
            ["look-alike letters"] = LookAlike,
            ["characters without width"] = text =>
                string.Concat(
                    text.EnumerateRunes().Select((rune, at) => $"{rune}{WithoutWidth[at % WithoutWidth.Length]}")
                ),
            ["repeated punctuation"] = RepeatPunctuation,
        };

    [Theory, MemberData(nameof(Disguises))]
    public void No_disguise_changes_the_words_and_sentences_of_a_text(string disguise) =>
        AnyText.Holds(AnyText.WellFormed, text => Assert.Equal(Words(text), Words(Ways[disguise](text))));

    [Theory, MemberData(nameof(Disguises))]
    public void No_disguise_makes_another_print_of_a_note(string disguise) => AnyText.Holds(AnyText.WellFormed, text =>
        {
            var (print, disguised) = (Print(text), Print(Ways[disguise](text)));
            Assert.Equal(print.Pairs, disguised.Pairs);
            Assert.Equal(print.Runs, disguised.Runs);
            Assert.Equal(print.Pairs.Count < NotePrint.LeastInCommon ? 0 : 1, NotePrint.Likeness(print, disguised));
        });

    [Fact]
    public void Every_character_is_folded_alike_in_each_case_and_form()
    {
        var different = Enumerable
            .Range(0x80, 0x10FFFF - 0x80 + 1)
            .Where(IsAssigned)
            .Chunk(512)
            .SelectMany(codes => DifferentWays(codes, Ways.Where(way => way.Key != "repeated punctuation")));

        Assert.Empty(different);
    }

    [Fact]
    public void A_character_that_is_folded_differently_would_be_found() =>
        Assert.Equal(
            ["U+436 planted"],
            DifferentWays([0x435, 0x436, 0x437], [new("planted", text => text.Replace('ж', 'q'))])
        );

    [Fact]
    public void Likeness_is_the_same_both_ways_and_lies_between_none_and_all() =>
        AnyText.Holds(AnyText.NoteSized, text =>
        {
            var (one, other) = (Print(text), Print(Notes.All[text.Length % Notes.All.Length] + text));
            var likeness = NotePrint.Likeness(one, other);
            Assert.Equal(likeness, NotePrint.Likeness(other, one));
            Assert.InRange(likeness, 0, 1);
        });

    // Three of four code points are no characters yet, and have neither case nor form.
    private static bool IsAssigned(int code) =>
        Rune.IsValid(code)
        && Rune.GetUnicodeCategory(new Rune(code))
            is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    // One text of many characters is read faster than many texts. Only where it differs is each character read alone.
    private static IEnumerable<string> DifferentWays(
        int[] codes,
        IEnumerable<KeyValuePair<string, Func<string, string>>> ways
    )
    {
        var text = string.Concat(codes.Select(code => $"a {new Rune(code)}b "));
        var words = Words(text);
        var different = ways.Where(way => !words.SequenceEqual(Words(way.Value(text)))).ToList();
        return codes.Length == 1
            ? different.Select(way => $"U+{codes[0]:X} {way.Key}")
            : codes.Where(_ => different.Count > 0).SelectMany(code => DifferentWays([code], different));
    }

    private static List<(string, int)> Words(string text) =>
        [.. FoldedText.Of(text).Words.Select(word => (word.Text, word.Sentence))];

    private static NotePrint Print(string note) => NotePrint.Of(note, "Ola Ness", ["Greta Olin"], "Fjord Foods");

    // Greek's iota below a vowel is a mark that has a letter for its capital; no other mark is so.
    private static string Greek(string text) => text.Replace("\u0345", "", StringComparison.Ordinal);

    private static string LookAlike(string text) =>
        string.Concat(
            text.Select(
                (letter, at) => Alike[letter].ToList() is { Count: > 0 } alike ? alike[at % alike.Count] : letter
            )
        );

    // Where white space comes after it; elsewhere a point can be part of an address.
    private static string RepeatPunctuation(string text)
    {
        var repeated = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length; at++)
        {
            repeated.Append(
                text[at],
                at + 1 < text.Length
                && char.IsWhiteSpace(text[at + 1])
                && ".,!?;:".Contains(text[at], StringComparison.Ordinal)
                    ? 4
                    : 1
            );
        }

        return repeated.ToString();
    }
}
