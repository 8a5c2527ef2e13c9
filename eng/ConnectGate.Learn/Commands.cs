using ConnectGate.Gate;
using ConnectGate.Gate.Reading;
using Microsoft.Extensions.Options;

namespace ConnectGate.Learn;

internal static class Commands
{
    private const string Notes = "tests/ConnectGate.Tests/Gate/Notes";
    private const string Weights = "src/ConnectGate/Gate/Phrases/learnt.tsv";

    // Kept out of what is learnt, so that it tells how the gate does on notes that nobody tuned it to.
    private const string HeldOut = "held-out.jsonl";

    private const int Parts = 10;

    public static int Learn()
    {
        var notes = Corpus();
        File.WriteAllText(Weights, Learner.Of(notes, ReaderWith("")).ToFile());
        Console.WriteLine($"Learnt from {notes.Count} notes: {File.ReadLines(Weights).Count()} weights in {Weights}.");
        return 0;
    }

    public static int CrossValidate(bool wrong)
    {
        var notes = Corpus();
        var judged = new List<Judged>();
        for (var part = 0; part < Parts; part++)
        {
            var learner = Learner.Of(notes.Where((_, at) => at % Parts != part), ReaderWith(""));
            var trial = TrialWith(learner.ToFile());
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
        var trial = new NoteTrial(new NoteReader(PhraseBook.Load(), Lexicon.Load()), Options.Create(new GateOptions()));
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
        Console.Error.WriteLine("Say what: learn, cross-validate, or evaluate FILE");
        return 2;
    }

    private static List<LabelledNote> Corpus() =>
        [
            .. Directory
                .EnumerateFiles(Notes, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .Where(file => Path.GetFileName(file) != HeldOut)
                .SelectMany(LabelledNote.Read),
        ];

    private static NoteReader ReaderWith(string weights) => new(PhraseBook.Load(), Lexicon.Parse(weights));

    private static NoteTrial TrialWith(string weights) => new(ReaderWith(weights), Options.Create(new GateOptions()));
}

/// <summary>A note and what the gate said of it.</summary>
internal sealed record Judged(LabelledNote Note, NoteTrial.Result Result)
{
    public bool Refused => Result.Refusals.Count > 0;

    /// <summary>The codes it was refused for, each once.</summary>
    public IEnumerable<string> RefusedFor =>
        Result.Refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal);

    /// <summary>Whether it passes with a prompt about what it says; a prompt to say more is none.</summary>
    public bool Prompted => !Refused && Result.Prompts.Any(prompt => prompt.Code != Codes.ThinNote);
}
