using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ConnectGate.Gate.Reading;

namespace ConnectGate.Tests.Gate.Reading;

/// <summary>The labelled notes of the tests, and the gate's reader.</summary>
internal static class Notes
{
    /// <summary>Which of them are read here; the others were learnt from.</summary>
    private static readonly string[] Files = ["dev.jsonl", "tuning.jsonl"];

    public static readonly NoteReader Reader = new(PhraseBook.Load(), Lexicon.Load());

    public static readonly LineReader Lines = new(PhraseBook.Load());

    /// <summary>A note, and whether it ought to be refused; null where reasonable people differ.</summary>
    public sealed record Labelled(string Id, NoteTrial.Note Note, bool? Block);

    public static readonly IReadOnlyList<Labelled> Rows = [.. Files.SelectMany(Read)];

    public static readonly string[] All = [.. Rows.Select(row => row.Note.Text)];

    /// <summary>The notes of a file.</summary>
    public static IEnumerable<Labelled> Read(string file) => File.ReadLines(PathOf(file)).Select(Row);

    /// <summary>Where a file of notes is.</summary>
    public static string PathOf(string file) => Path.Combine(Path.GetDirectoryName(Here())!, "..", "Notes", file);

    private static string Here([CallerFilePath] string here = "") => here;

    private static Labelled Row(string line)
    {
        var row = JsonNode.Parse(line)!.AsObject();
        string Text(string name) => (string?)row[name] ?? "";
        return new Labelled(
            Text("id"),
            new NoteTrial.Note(Text("note"), Text("sender"), Text("recipient"), Text("recipient_context")),
            (bool?)row["block"]
        );
    }
}
