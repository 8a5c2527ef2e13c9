using System.Text.Json;
using ConnectGate.Gate;
using ConnectGate.Gate.Reading;

namespace ConnectGate.Learn;

/// <summary>One line of a file of labelled notes.</summary>
/// <param name="Label">The kind of the note.</param>
/// <param name="Block">Whether the gate should refuse it; null if reasonable people disagree.</param>
/// <param name="Group">The name of a group of notes from one sender; null for a single note.</param>
/// <param name="Place">The position in the group, from 1.</param>
internal sealed record LabelledNote(
    NoteTrial.Note Note,
    string Label,
    bool? Block,
    string Language,
    string? Group,
    int Place
)
{
    /// <summary>
    /// Whether it is the second or a later note of a blast. Only the earlier notes show that it is a copy.
    /// </summary>
    public bool IsLaterCopy => Block == true && Group is not null && Place > 1;

    public static IReadOnlyList<LabelledNote> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Trim().Length > 0).Select(Parse)];

    private static LabelledNote Parse(string line)
    {
        using var row = JsonDocument.Parse(line);
        var root = row.RootElement;
        return new LabelledNote(
            new NoteTrial.Note(
                Text("note"),
                Text("sender"),
                Text("recipient"),
                Text("recipient_context"),
                Enum.TryParse<Reason>(
                    Text("reason").Replace("-", "", StringComparison.Ordinal),
                    ignoreCase: true,
                    out var reason
                )
                    ? reason
                    : null
            ),
            Text("label"),
            root.TryGetProperty("block", out var block) && block.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? block.GetBoolean()
                : null,
            Text("lang"),
            Text("group") is { Length: > 0 } group ? group : null,
            root.TryGetProperty("pos", out var place) && place.ValueKind == JsonValueKind.Number
                ? (int)place.GetDouble()
                : 0
        );

        string Text(string name) =>
            root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : "";
    }
}
