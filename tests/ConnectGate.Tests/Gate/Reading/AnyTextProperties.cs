using ConnectGate.Gate.Copies;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>Whatever somebody types, the gate reads it, and its work grows no faster than the text.</summary>
public sealed class AnyTextProperties
{
    // Allocation is counted per thread; ten times as long may take ten times as much, and a little.
    private const double MostTimes = 11;

    public static readonly TheoryData<string> Pieces =
    [
        "a",
        "a ",
        "aB1 ",
        "word after word ",
        "e\u0301\u0323\u0308",
        "\u0301",
        "(",
        "[",
        "{{",
        "<a",
        "[name] ",
        "{{first_name}} ",
        "<Company> ",
        "a.com ",
        "a.",
        "www.",
        "https://x ",
        "x@y.de ",
        "name dot com ",
        "%%",
        "$a ",
        "日本",
        "ก",
        "مَرْحَبًا ",
        "\uD83D",
        "👨‍👩‍👧‍👦",
        "\u200B",
        "ﷺ",
        "가",
        "I hope this finds you well. ",
        "grow my .. network ",
        "add you to my network ",
        "please connect ",
        "lorem ipsum ",
        "____ ",
        "XXXX ",
        "null ",
        "\n",
        ". ",
    ];

    [Fact]
    public void Nothing_throws() => AnyText.Holds(AnyText.Any, text => Read(text));

    [Fact]
    public void Nothing_throws_beside_the_note_or_in_a_name_either() => AnyText.Holds(AnyText.NoteSized, text =>
        {
            Notes.Reader.Read(
                new Written("You fixed my lamp in Oban.", [("reasonDetail", text), ("answers", text)], text, text, text)
            );
            Notes.Lines.Read(text, "line");
            NotePrint.Of("You fixed my lamp in Oban.", text, [text], text);
        });

    [Fact]
    public void The_same_text_is_read_alike_however_it_is_disguised() =>
        AnyText.Holds(AnyText.WellFormed, text =>
            Assert.Equal(Signs(text), Signs(text.Normalize(System.Text.NormalizationForm.FormKC)))
        );

    [Theory, MemberData(nameof(Pieces))]
    public void Ten_times_the_text_takes_at_most_eleven_times_the_memory(string piece)
    {
        Allocated(piece, AnyText.Longest / 10); // what is made once
        var (ten, hundred) = (Allocated(piece, AnyText.Longest / 10), Allocated(piece, AnyText.Longest));
        Assert.True(hundred <= MostTimes * ten, $"{ten} bytes for 10,000 characters, {hundred} for 100,000");
    }

    private static IEnumerable<string> Signs(string text) =>
        Notes.Reader.Read(Note(text)).Refusals.Select(refusal => refusal.Code);

    private static void Read(string text)
    {
        Notes.Reader.Read(Note(text));
        NotePrint.Of(text, "Ola Ness", ["Greta Olin"], "Baker, Bergen");
    }

    private static Written Note(string text) => new(text, [], "Ola Ness", "Greta Olin", "Baker, Bergen");

    private static long Allocated(string piece, int length)
    {
        var text = AnyText.Repeated(piece, length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
