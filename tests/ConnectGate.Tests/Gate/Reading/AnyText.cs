using System.Globalization;
using System.Text;
using ConnectGate.Gate.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>
/// Texts drawn by lot: what people write, what the phrase lists hold, all scripts, and what somebody types who wants to
/// break the gate; most are as long as a note, a few have 100,000 characters.
/// </summary>
/// <remarks>
/// Each property is tried some hundreds of times, always with the same texts. <c>CONNECTGATE_PROPERTY_CASES=100000</c>
/// in the environment tries that many in all, others in every run; what fails is printed with the seed that repeats it.
/// </remarks>
internal static class AnyText
{
    public const int Longest = 100_000;

    // How many properties share the cases.
    private const int Properties = 23;

    private static readonly string[] Lines = [.. PhraseLines()];

    private static readonly string[] Oddities =
    [
        "\uD83D",
        "\uDE00",
        "a\uDC00",
        "\u0301",
        "\u0301\u0323\u0308\u0345",
        "e\u0301\u0301\u0301",
        "\u200B",
        "\u200D",
        "\uFEFF",
        "\u00AD",
        "\u202E",
        "\0",
        "\u2800",
        "\uFFFD",
        "\uFFFE",
        "\uFFFF",
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "[",
        "]",
        "{{",
        "}}",
        "<",
        ">",
        "(",
        ")",
        "((((",
        "[[[[",
        "%%",
        "$",
        "@@",
        "«",
        "»",
        "*|",
        "|*",
        "____",
        "XXXX",
        "....",
        "!!!",
        "???",
        "\n\n",
        "\t",
        " ",
        " ",
        ". ",
        "https://",
        "http://a.b",
        "www.",
        "a.com",
        "name dot com",
        "a (dot) com",
        "x@y.de",
        "a.a.a.a.a.a",
        "://",
        "@",
        "#",
        "null",
        "undefined",
        "{name}",
        "[NAME]",
        "{{first_name}}",
        "<Company>",
        "12",
        "٣٤",
        "½",
        "ﷺ",
        "ﬃ",
        "ß",
        "İ",
        "ı",
        "Ǆ",
        "ΐ",
        "ς",
        "ŉ",
        "가",
        "각",
        "\u1100\u1161\u11A8",
        "日本",
        "ก็",
        "ကို",
        "ភា",
        "שָׁלוֹם",
        "مَرْحَبًا",
        "नमस्ते",
        "Ⓐ",
        "ａｂｃ",
        "𝒶𝒷",
        "а",
        "ο",
        "asdf",
        "qwerty",
        "aaaaaaa",
        "lorem ipsum",
    ];

    private static readonly Gen<string> Rune = Gen.Frequency(
            (6, Gen.Choose(0x20, 0x7E)),
            (3, Gen.Choose(0xA0, 0x24F)),
            (2, Gen.Choose(0x300, 0x58F)),
            (2, Gen.Choose(0x590, 0x1FFF)),
            (1, Gen.Choose(0x2000, 0x2BFF)),
            (2, Gen.Choose(0x2C00, 0xD7FF)),
            (1, Gen.Choose(0xE000, 0xFFFF)),
            (1, Gen.Choose(0x10000, 0x10FFFF))
        )
        .Select(code => new Rune(code).ToString());

    private static readonly Gen<string> Word = Gen.Choose(1, 12)
        .SelectMany(length => Gen.Choose('a', 'z').ArrayOf(length))
        .Select(codes => string.Concat(codes.Select(code => (char)code)));

    private static readonly Gen<string> Piece = Gen.Frequency(
        (5, Word),
        (4, Gen.Elements(Lines)),
        (2, Gen.Elements(Notes.All)),
        (4, Gen.Elements(Oddities)),
        (4, Rune)
    );

    private static readonly Gen<string> Space = Gen.Frequency(
        (6, Gen.Constant(" ")),
        (1, Gen.Constant("")),
        (1, Gen.Constant(". ")),
        (1, Gen.Constant("\n")),
        (1, Gen.Constant(", "))
    );

    private static readonly Gen<string> Short =
        from count in Gen.Choose(0, 14)
        from pieces in Gen.Zip(Piece, Space).ArrayOf(count)
        select string.Concat(pieces.Select(piece => piece.Item1 + piece.Item2));

    // One short text over and over, or one character.
    private static Gen<string> Long(int least, int most) =>
        from length in Gen.Choose(least, most)
        from piece in Gen.Frequency((3, Short), (1, Piece))
        select Repeated(piece, length);

    /// <summary>Any text.</summary>
    public static readonly Arbitrary<string> Any = Arb.From(
        Gen.Frequency((400, Short), (60, Long(1_000, 4_000)), (5, Long(4_000, 20_000)), (1, Long(90_000, Longest))),
        Shorter
    );

    /// <summary>
    /// Any text without unpaired surrogates and U+FFFE, which have no Unicode forms, and without the one mark whose
    /// capital is a letter (U+0345).
    /// </summary>
    public static readonly Arbitrary<string> WellFormed = Arb.From(Any.Generator.Select(Mended), text =>
        Shorter(text).Select(Mended)
    );

    /// <summary>Any text that could be a note by its length.</summary>
    public static readonly Arbitrary<string> NoteSized = Arb.From(Short.Where(text => text.Length <= 900), Shorter);

    /// <summary>Tries a property: 100 times, or its part of <c>CONNECTGATE_PROPERTY_CASES</c>.</summary>
    public static void Holds<T>(Arbitrary<T> of, Action<T> property)
    {
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);
        config = int.TryParse(
            Environment.GetEnvironmentVariable("CONNECTGATE_PROPERTY_CASES"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var cases
        )
            ? config.WithMaxTest(Math.Max(1, cases / Properties))
            : config.WithMaxTest(100).WithReplay(20_250_601, 7);
        Prop.ForAll(of, property).Check(config);
    }

    /// <summary>A text over and over, to that length.</summary>
    public static string Repeated(string piece, int length)
    {
        var text = new StringBuilder(length);
        while (piece.Length > 0 && text.Length < length)
        {
            text.Append(piece);
        }

        return text.ToString(0, Math.Min(length, text.Length));
    }

    private static string Mended(string text) =>
        string.Concat(
            text.EnumerateRunes().Where(rune => rune.Value is not (0xFFFE or 0x345)).Select(rune => rune.ToString())
        );

    private static IEnumerable<string> Shorter(string text)
    {
        for (var part = text.Length; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= text.Length && text.Length / part <= 64; at += part)
            {
                yield return text.Remove(at, part);
            }
        }
    }

    // The patterns' own characters are odd enough to be left in half of them.
    private static IEnumerable<string> PhraseLines()
    {
        var assembly = typeof(PhraseBook).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name =>
                    name.StartsWith("Phrases/", StringComparison.Ordinal)
                    && name.EndsWith(".txt", StringComparison.Ordinal)
                )
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (
                var line in reader
                    .ReadToEnd()
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Where(line => char.IsAsciiDigit(line[0]))
            )
            {
                var phrase = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                yield return phrase;
                yield return string.Join(
                    ' ',
                    phrase.Split(' ').Where(word => word != "..").Select(word => word.Split('|')[0].TrimEnd('?', '*'))
                );
            }
        }
    }
}
