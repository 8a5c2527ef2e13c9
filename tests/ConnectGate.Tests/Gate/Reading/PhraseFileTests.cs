using System.Reflection;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>What every file of phrases keeps to, whoever adds to it.</summary>
public sealed class PhraseFileTests
{
    /// <summary>A single everyday word says no more than this.</summary>
    private const double MostOfAWord = 3;

    private sealed record Line(string File, string Section, string Text);

    private static readonly IReadOnlyList<Line> Lines = [.. ReadLines()];

    [Fact]
    public void Every_line_is_read()
    {
        var book = PhraseBook.Load();
        Assert.Equal(
            ["da", "de", "en", "es", "fr", "it", "nl", "pt"],
            book.Languages.Where(language => language.Everyday.Count > 0)
                .Select(language => language.Tag)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void No_everyday_word_alone_says_much_against_a_note()
    {
        var common = Lines
            .Where(line => line.Section == Section.Common)
            .SelectMany(line => FoldedText.Of(line.Text).Words)
            .Select(word => word.Text)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(common);
        Assert.Empty(
            from line in Lines
            where
                char.IsAsciiDigit(line.Text[0])
                && !Section.HoldsWords(line.Section)
                && line.Section != Section.Known
                && WeightOf(line) >= MostOfAWord
            let steps = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            where steps.Count(step => !step.EndsWith('?')) == 1
            from word in steps.Single(step => !step.EndsWith('?')).Split('|')
            where
                FoldedText.Of(word).Words is [var only]
                && (
                    word.EndsWith('*')
                        ? common.Any(each => each.StartsWith(only.Text, StringComparison.Ordinal))
                        : common.Contains(only.Text)
                )
            select $"{line.File}: {line.Text} ({word})"
        );
    }

    [Fact]
    public void Every_code_has_words()
    {
        var codes = typeof(Codes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        Assert.All(codes, code => Assert.NotEqual(code, new Words().Say(Words.Of(code), language: null)));
    }

    [Fact]
    public void No_genuine_note_holds_abuse() =>
        Assert.Empty(
            from row in Notes.Rows
            where row.Block == false
            from evidence in Notes
                .Reader.Read(
                    new Written(row.Note.Text, [], row.Note.Sender, row.Note.Recipient, row.Note.RecipientContext)
                )
                .Evidence
            where evidence.Sign == Section.Abuse && evidence.Weight >= NoteReader.AbuseLimit
            select $"{row.Id}: {evidence.Quote.Text}"
        );

    private static double WeightOf(Line line) =>
        double.Parse(
            line.Text[..line.Text.IndexOf(' ', StringComparison.Ordinal)],
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static IEnumerable<Line> ReadLines()
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
            var section = "";
            foreach (
                var line in reader
                    .ReadToEnd()
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                if (line[0] == '[')
                {
                    section = line.Trim('[', ']');
                }
                else if (line != "#" && !line.StartsWith("# ", StringComparison.Ordinal))
                {
                    yield return new Line(name, section, line);
                }
            }
        }
    }
}
