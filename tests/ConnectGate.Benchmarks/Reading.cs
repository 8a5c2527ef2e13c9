using System.Diagnostics;
using System.Globalization;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Benchmarks;

/// <summary>
/// Measures the gate's reading: the start, a thousand notes, and the most expensive inputs of 100,000 characters.
/// </summary>
internal static class Reading
{
    private const int Longest = 100_000,
        Count = 1_000,
        Times = 15;

    private static readonly string[] Pieces =
    [
        "a",
        "a ",
        "word after word ",
        "e\u0301\u0323\u0308",
        "\u0301",
        "(((",
        "{{",
        "[name] ",
        "{{first_name}} ",
        "a.com ",
        "a.",
        "a@",
        "www.",
        "name dot com ",
        "%%",
        "日本",
        "مَرْحَبًا ",
        "\uD83D",
        "👨\u200D👩\u200D👧\u200D👦",
        "\u200B",
        "ﷺ",
        "가",
        "I hope this finds you well. ",
        "add you to my professional network ",
        "please connect ",
        "lorem ipsum ",
        "____ ",
        "XXXX ",
        "null ",
        ". ",
    ];

    public static void Run()
    {
        var watch = Stopwatch.StartNew();
        var reader = new NoteReader(PhraseBook.Load(), Lexicon.Load());
        Console.WriteLine(Line($"start, phrases and weights: {watch.Elapsed.TotalMilliseconds:0} ms"));

        var notes = Enumerable
            .Range(0, Count)
            .Select(number => number % 2 == 0 ? Notes.Own(number) : Notes.Template(number))
            .ToList();
        watch.Restart();
        notes.ForEach(note => Read(reader, note));
        Console.WriteLine(Line($"{Count:N0} notes just after the start: {watch.Elapsed.TotalMilliseconds:0} ms"));
        Console.WriteLine(
            Line(
                $"{Count:N0} notes, median of {Times}: "
                    + $"{Median(() => notes.ForEach(note => Read(reader, note))):0.0} ms (goal: 2 s)"
            )
        );

        foreach (
            var (piece, milliseconds) in Pieces
                .Select(piece => (piece, Median(reader, Repeated(piece))))
                .OrderByDescending(one => one.Item2)
        )
        {
            Console.WriteLine(
                Line(
                    $"{Longest:N0} characters of {System.Text.Json.JsonSerializer.Serialize(piece)}: "
                        + $"{milliseconds:0.00} ms (goal: 5 ms)"
                )
            );
        }
    }

    private static string Line(string text) => text;

    private static void Read(NoteReader reader, string note) =>
        reader.Read(new Written(note, [], "Ola Ness", "Greta Olin", "Baker, Bergen"));

    private static string Repeated(string piece) =>
        string.Concat(Enumerable.Repeat(piece, (Longest / piece.Length) + 1))[..Longest];

    private static double Median(NoteReader reader, string text) => Median(() => Read(reader, text));

    private static double Median(Action act)
    {
        act();
        return Enumerable
            .Range(0, Times)
            .Select(_ =>
            {
                var watch = Stopwatch.StartNew();
                act();
                return watch.Elapsed.TotalMilliseconds;
            })
            .Order()
            .ElementAt(Times / 2);
    }
}
