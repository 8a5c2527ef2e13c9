using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>What was learnt from notes is a guess: it may advise a writer and never refuses.</summary>
public sealed class LearntWeightsTests
{
    private static readonly NoteReader WithoutWeights = new(PhraseBook.Load(), Lexicon.Parse(""));

    private static readonly IReadOnlyList<NoteTrial.Note> All =
    [
        .. Directory
            .EnumerateFiles(Path.GetDirectoryName(Notes.PathOf("dev.jsonl"))!, "*.jsonl")
            .Where(file => Path.GetFileName(file) != "held-out.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Notes.Read(Path.GetFileName(file)))
            .Select(row => row.Note),
    ];

    [Fact]
    public void They_change_no_refusal_of_any_note() =>
        Assert.Empty(
            from note in All
            let written = NoteTrial.WrittenOf(note)
            where !Notes.Reader.Read(written).Refusals.SequenceEqual(WithoutWeights.Read(written).Refusals)
            select note.Text
        );

    [Fact]
    public void However_heavy_they_are_they_refuse_nothing()
    {
        var heavy = new NoteReader(PhraseBook.Load(), Lexicon.Parse("99\tkettle\n99\tgarden\n99\tferry\n"));
        var reading = heavy.Read(
            new Written("A kettle, a garden and a ferry are enough for happy days.", [], "", "", "")
        );

        Assert.Empty(reading.Refusals);
        Assert.NotEmpty(reading.Advice);
    }
}
