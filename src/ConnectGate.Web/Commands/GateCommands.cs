using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectGate.Gate;
using ConnectGate.Gate.Reading;
using ConnectGate.Web.Hosting;

namespace ConnectGate.Web.Commands;

/// <summary>Runs the gate over a file of a community's own notes. Needs no database.</summary>
internal static class GateCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly Command Try = new(
        "gate try",
        "FILE.jsonl  Says of each note what the gate would refuse or advise, one JSON object a line.",
        async (app, words, cancellationToken) =>
        {
            if (words is not [var file])
            {
                return await Command.RefuseAsync("Say which file holds the notes: gate try FILE.jsonl");
            }

            string[] lines;
            try
            {
                lines = await File.ReadAllLinesAsync(file, cancellationToken);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return await Command.RefuseAsync($"{file} can't be read: {problem.Message}");
            }

            var rows = new List<Row>();
            var malformed = false;
            foreach (var (number, line) in lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
            {
                try
                {
                    rows.Add(Row.Parse(line));
                }
                catch (Exception problem)
                    when (problem is JsonException or FormatException or ArgumentException or InvalidOperationException)
                {
                    malformed = true;
                    await Console.Error.WriteLineAsync(
                        JsonSerializer.Serialize(new { line = number + 1, error = problem.Message }, Json)
                    );
                }
            }

            await WriteAsync(
                app.Services.GetRequiredService<NoteTrial>(),
                app.Services.GetRequiredService<Words>(),
                rows
            );
            return malformed ? 1 : 0;
        }
    );

    // A group is one sender's notes in the order of their places, wherever they stand in the file: to each, the earlier
    // ones count as sent.
    private static async Task WriteAsync(NoteTrial trial, Words words, List<Row> rows)
    {
        var groups = rows.Where(row => row.Group is not null).ToLookup(row => row.Group, StringComparer.Ordinal);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var row in rows)
        {
            var earlier = row.Group is null
                ? []
                : groups[row.Group].Where(other => other.Place < row.Place).Select(other => other.Note).ToList();
            var result = words.Say(trial.Try(row.Note, earlier), words.DefaultLanguage);
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        row.Id,
                        Refused = result.Refusals.Count > 0,
                        Refusals = BodiesOf(result.Refusals),
                        Advised = result.Refusals.Count == 0 && result.Advice.Count > 0,
                        Advice = BodiesOf(result.Refusals.Count > 0 ? [] : result.Advice),
                    },
                    Json
                )
            );
        }
    }

    private static IEnumerable<object> BodiesOf(IEnumerable<Refusal> remarks) =>
        remarks.Select(remark => new
        {
            remark.Code,
            remark.Message,
            remark.Quote,
        });

    /// <summary>A line of the file. Other fields are ignored.</summary>
    private sealed record Row(JsonNode Id, NoteTrial.Note Note, string? Group, double Place)
    {
        /// <exception cref="FormatException">A required field is missing or has the wrong type.</exception>
        /// <exception cref="JsonException">The line is not JSON.</exception>
        /// <exception cref="ArgumentException">The line has a field twice.</exception>
        /// <exception cref="InvalidOperationException">A text has half a surrogate pair.</exception>
        public static Row Parse(string line)
        {
            if (JsonNode.Parse(line) is not JsonObject row)
            {
                throw new FormatException("A line is one JSON object.");
            }

            if (
                row["id"] is not JsonValue id
                || id.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number)
            )
            {
                throw new FormatException("It needs an \"id\", a string or a number.");
            }

            _ = id.ToString(); // throws for half a surrogate pair, which the output could not write
            var note = Text(row, "note") ?? throw new FormatException("It needs a \"note\", a string.");
            return new Row(
                id,
                new NoteTrial.Note(
                    note,
                    Text(row, "sender") ?? "",
                    Text(row, "recipient") ?? "",
                    Text(row, "recipient_context") ?? "",
                    NamedEnums.Parse<Reason>(Text(row, "reason")),
                    Text(row, "reasonDetail") ?? ""
                ),
                row["group"] is JsonValue group && group.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
                    ? row["group"]!.ToString()
                    : null,
                row["pos"] is JsonValue place && place.GetValueKind() == JsonValueKind.Number
                    ? place.GetValue<double>()
                    : 0
            );
        }

        private static string? Text(JsonObject row, string name) =>
            row[name] switch
            {
                null => null,
                JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
                _ => throw new FormatException($"\"{name}\" is a string."),
            };
    }
}
