using System.Text;
using ConnectGate.Gate.Copies;

namespace ConnectGate.Tests.Gate.Copies;

/// <summary>What makes two notes the same, without a database.</summary>
public sealed class NotePrintTests
{
    private const string Blast =
        "Hello Greta, your work on lighthouse lamps at Fjord Foods made me stop and think. I am building "
        + "something close to it and would value your eyes on it.";

    [Theory]
    [InlineData(
        "Hello Tomás, your work on lighthouse lamps at Barlow Timber made me stop and think. I am building "
            + "something close to it and would value your eyes on it."
    )]
    [InlineData(
        "Dear Tomás Gil, your work on lighthouse lamps at Barlow made me stop and think. I am building "
            + "something close to it and would value your eyes on it. Cheers, Ola"
    )]
    [InlineData(
        "Your work on school gardens made me stop and think. I am building something close to it and would "
            + "value your eyes on it."
    )]
    public void Another_name_company_greeting_or_subject_leaves_it_a_copy(string note) =>
        Assert.True(Likeness(Blast, note) >= NotePrint.Copy);

    [Theory]
    [InlineData(
        "Hi Greta, you let me sleep in the office during the storm. All the best from rainy Bergen, Ola",
        "Hi Tomás, your clip shows a melt pond we had missed. May I cite it? All the best from rainy Bergen, Ola"
    )]
    [InlineData(
        "Good morning! Is a two-page field note too short for you? Looking forward to hearing from you. Kind regards",
        "Good morning! Does your indigo hold in hard water? Looking forward to hearing from you. Kind regards"
    )]
    [InlineData(
        "Sehr geehrte Frau Olin, die Karte auf Seite 40 ist von 1796. Mit freundlichen Grüßen, Dr. Ola Ness, "
            + "Institut für Kartografie, Bergen",
        "Sehr geehrter Herr Gil, wo kauften Sie den Tee? Mit freundlichen Grüßen, Dr. Ola Ness, Institut für "
            + "Kartografie, Bergen"
    )]
    [InlineData(
        "先週の仙台の勉強会で、傘を間違えて持って帰ったのは私です。どうぞよろしくお願いいたします。",
        "ご著書の三章を読んで、祖父の畑を思い出しました。どうぞよろしくお願いいたします。"
    )]
    [InlineData("I was there too.", "I was there too, and")]
    public void A_greeting_sign_off_or_turn_of_phrase_in_common_is_none(string one, string other) =>
        Assert.True(Likeness(one, other) < NotePrint.Alike);

    [Fact]
    public void A_sentence_written_for_this_person_makes_half_a_copy_a_letter_like_others()
    {
        const string Stock = "I am building something close to it and would value your eyes on it";
        var likeness = Likeness(
            $"Your father repaired my bicycle in Sevilla the summer before you were born. {Stock}",
            $"Which glue holds the keel of the small boat in your film about the harbour cats? {Stock}"
        );

        Assert.InRange(likeness, NotePrint.Alike, NotePrint.Copy);
    }

    [Fact]
    public void Numbers_are_nobodys_own_words() =>
        Assert.Equal(
            1,
            Likeness(
                "We share 12 contacts and I would like to write to you",
                "We share 7 contacts and I would like to write to you"
            )
        );

    [Fact]
    public void Places_of_a_headline_in_a_script_without_spaces_are_masked_too() =>
        Assert.Equal(
            1,
            NotePrint.Likeness(
                NotePrint.Of("東京大学での発表を拝見してとても感動しました", "Ola", [], "東京大学"),
                NotePrint.Of("京都美術館での発表を拝見してとても感動しました", "Ola", [], "京都美術館")
            )
        );

    public static readonly TheoryData<string, Func<string, string>> Disguises = new()
    {
        { "capitals", text => text.ToUpperInvariant() },
        { "decomposed", text => text.Normalize(NormalizationForm.FormKD) },
        {
            "full width",
            text =>
                string.Concat(text.Select(letter => letter is > ' ' and < '\u007F' ? (char)(letter + 0xFEE0) : letter))
        },
        { "look-alike letters", text => text.Replace('a', 'а').Replace('e', 'е').Replace('o', 'ο').Replace('i', 'і') },
        { "zero width", text => string.Join('\u200B', text.ToCharArray()) },
        { "soft hyphens", text => text.Replace("ing", "i\u00ADng", StringComparison.Ordinal) },
        {
            "repeated punctuation",
            text => text.Replace(".", "......", StringComparison.Ordinal).Replace(",", ",,,", StringComparison.Ordinal)
        },
        { "white space", text => text.Replace(" ", " \t\n ", StringComparison.Ordinal) },
        { "accents", text => text.Replace("o", "o\u0308", StringComparison.Ordinal) },
    };

    [Theory, MemberData(nameof(Disguises))]
    public void No_disguise_makes_another_note(string kind, Func<string, string> disguise)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(1, NotePrint.Likeness(Print(Blast), Print(disguise(Blast))));
    }

    [Fact]
    public void The_print_of_a_long_note_is_a_sample_that_still_shows_likeness()
    {
        var words = Enumerable.Range(0, 900).Select(number => $"w{number}x").ToList();
        var print = NotePrint.Of(string.Join(' ', words));
        var half = NotePrint.Of(string.Join(' ', words.Take(450).Concat(words.Take(450).Select(word => word + "y"))));

        Assert.Equal(NotePrint.MostPairs, print.Pairs.Count);
        Assert.Equal((NotePrint.MostRuns, NotePrint.MostKeys), (print.Runs.Count, print.Keys.Count));
        Assert.InRange(NotePrint.Likeness(print, half), 0.35, 0.65);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\uD83D")]
    [InlineData("https://example.org 12 34")]
    public void An_empty_note_resembles_nothing(string? note) =>
        Assert.Equal(0, NotePrint.Likeness(Print(note), Print(note)));

    private static double Likeness(string one, string other) => NotePrint.Likeness(Print(one), Print(other));

    private static NotePrint Print(string? note) =>
        NotePrint.Of(note, "Ola Ness", ["Greta Olin", "Tomás Gil"], "Fjord Foods, Barlow Timber");
}
