using ConnectGate.Gate;
using ConnectGate.Gate.Reading;
using Microsoft.Extensions.Options;

namespace ConnectGate.Learn;

internal static class Commands
{
    private const string Notes = "tests/ConnectGate.Tests/Gate/Notes";
    private const string Weights = "src/ConnectGate/Gate/Phrases/learnt.tsv";

    // This file is never used for learning, so it shows the result on notes that the gate was not tuned to.
    private const string HeldOut = "held-out.jsonl";

    private const int Parts = 10;

    /// <param name="others">Files with texts of real people. A text without a label counts as genuine.</param>
    public static int Learn(IReadOnlyList<string> others)
    {
        var notes = Corpus(others);
        File.WriteAllText(Weights, Learner.Of(notes).ToFile());
        Console.WriteLine($"Learnt from {notes.Count} notes: {File.ReadLines(Weights).Count()} weights in {Weights}.");
        return 0;
    }

    public static int CrossValidate(IReadOnlyList<string> others, bool wrong)
    {
        var notes = Corpus(others);
        var judged = new List<Judged>();
        for (var part = 0; part < Parts; part++)
        {
            var trial = TrialWith(Lexicon.Parse(Learner.Of(notes.Where((_, at) => at % Parts != part)).ToFile()));
            judged.AddRange(
                notes
                    .Where((_, at) => at % Parts == part)
                    .Where(note => !note.IsLaterCopy)
                    .Select(note => new Judged(note, trial.Try(note.Note, [])))
            );
        }

        Report.Print(judged, wrong);
        return 0;
    }

    public static int Evaluate(string file, bool wrong)
    {
        var trial = TrialWith(Lexicon.Load());
        var notes = LabelledNote.Read(file);
        var groups = notes.Where(note => note.Group is not null).ToLookup(note => note.Group, StringComparer.Ordinal);
        Report.Print(
            [
                .. notes.Select(note => new Judged(
                    note,
                    trial.Try(
                        note.Note,
                        [
                            .. groups[note.Group]
                                .Where(other => note.Group is not null && other.Place < note.Place)
                                .Select(other => other.Note),
                        ]
                    )
                )),
            ],
            wrong
        );
        return 0;
    }

    public static int Usage()
    {
        Console.Error.WriteLine("Say what: learn [FILE...], cross-validate [FILE...], or evaluate FILE");
        return 2;
    }

    private static List<LabelledNote> Corpus(IEnumerable<string> others) =>
        [
            .. Directory
                .EnumerateFiles(Notes, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .Where(file => Path.GetFileName(file) != HeldOut)
                .SelectMany(LabelledNote.Read),
            .. others.SelectMany(LabelledNote.Read).Select(text => text with { Block = text.Block ?? false }),
        ];

    private static NoteTrial TrialWith(Lexicon lexicon) =>
        new(new NoteReader(PhraseBook.Load(), lexicon), Options.Create(new GateOptions()));
}

/// <summary>A note and the gate's result for it.</summary>
internal sealed record Judged(LabelledNote Note, NoteTrial.Result Result)
{
    public bool Refused => Result.Refusals.Count > 0;

    public bool Advised => !Refused && Result.Advice.Count > 0;

    /// <summary>The distinct codes of the refusals, or of the advice if there are no refusals.</summary>
    public IEnumerable<string> Codes =>
        (Refused ? Result.Refusals : Result.Advice).Select(found => found.Code).Distinct(StringComparer.Ordinal);
}
