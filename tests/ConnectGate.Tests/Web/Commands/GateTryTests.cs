using System.Text.Json.Nodes;
using ConnectGate.Tests.Gate.Reading;

namespace ConnectGate.Tests.Web.Commands;

/// <summary><c>gate try FILE.jsonl</c>, as an administrator runs it.</summary>
public sealed class GateTryTests : IDisposable
{
    private const string Blast =
        "The way your harbour project weaves tide tables into the school garden made me stop and read it "
        + "twice. I am drawing something close to it for the old mill and would value your eyes on the second "
        + "sheet.";

    private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_genuine_development_note_is_refused_and_nine_of_ten_others_are()
    {
        var rows = (await File.ReadAllLinesAsync(Notes.PathOf("dev.jsonl"), Token))
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .ToList();

        var (code, told, errors) = await TryAsync(rows);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(rows.Select(row => (string?)row["id"]), told.Select(one => (string?)one["id"]));
        var judged = rows.Zip(told, (row, one) =>
                (Id: (string?)row["id"], Block: (bool?)row["block"], Refused: (bool)one["refused"]!)
            )
            .ToList();
        Assert.DoesNotContain(judged, one => one.Block == false && one.Refused);
        Assert.InRange(judged.Where(one => one.Block == true).Average(one => one.Refused ? 1 : 0), 0.9, 1);
        Assert.All(told, one =>
        {
            Assert.Equal(
                ["advice", "advised", "id", "refusals", "refused"],
                one.Select(field => field.Key).Order(StringComparer.Ordinal)
            );
            Assert.Equal((bool)one["refused"]!, one["refusals"]!.AsArray().Count > 0);
            Assert.All(one["refusals"]!.AsArray().Concat(one["advice"]!.AsArray()), remark =>
                Assert.NotEqual("", (string)remark!["message"]!)
            );
        });
    }

    [Fact]
    public async Task Labels_are_not_read_and_no_database_is_made()
    {
        var rows = (await File.ReadAllLinesAsync(Notes.PathOf("dev.jsonl"), Token))
            .Take(60)
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .ToList();
        var others = rows.Select(row => row.DeepClone().AsObject()).ToList();
        foreach (var row in others)
        {
            (row["label"], row["block"], row["lang"], row["source"], row["why"]) = (
                17,
                "yes",
                null,
                new JsonArray(),
                new JsonObject()
            );
        }

        var (_, told, _) = await TryAsync(rows);
        var (code, toldOthers, _) = await TryAsync(others);

        Assert.Equal(0, code);
        Assert.Equal(told.Select(one => one.ToJsonString()), toldOthers.Select(one => one.ToJsonString()));
        Assert.Equal(["notes.jsonl"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Notes_of_a_group_count_as_sent_in_the_order_of_their_places_wherever_they_stand()
    {
        var (code, told, _) = await TryAsync([
            Row("third", "a", 3, "Ada Berg"),
            Row("other group", "b", 9, "Ada Berg"),
            Row("first", "a", 1, "Tomás Gil"),
            Row("alone", null, 2, "Ada Berg"),
            Row("second", "a", 2, "Greta Olin"),
            Row("same person", "a", 4, "Greta Olin"),
        ]);

        Assert.Equal(0, code);
        Assert.Equal(
            ["third", "other group", "first", "alone", "second", "same person"],
            told.Select(one => (string?)one["id"])
        );
        Assert.Equal(
            ["third", "second", "same person"],
            told.Where(one => Codes(one).Contains("copied-note")).Select(one => (string?)one["id"])
        );
        Assert.DoesNotContain(told, one =>
            (string?)one["id"] is "first" or "alone" or "other group" && (bool)one["refused"]!
        );
    }

    [Fact]
    public async Task Malformed_lines_are_told_and_the_rest_goes_on()
    {
        var file = Path.Combine(_folder, "notes.jsonl");
        await File.WriteAllLinesAsync(
            file,
            [
                """{"id": 1, "note": "You fixed my bike lights outside the library. Thank you!"}""",
                "{",
                "",
                "[1]",
                """{"note": "no id"}""",
                """{"id": "x"}""",
                """{"id": "y", "note": 5}""",
                """{"id": "last", "note": "", "unknown": {"deep": [1]}}""",
                """{"id": "twice", "id": "twice", "note": "a"}""",
                """{"id": "half", "note": "\ud83d is half a face"}""",
                """{"id": "\ud83d", "note": "a"}""",
                """{"id": "nothing", "note": "\ufffe is no character"}""",
                """{"id": 2, "note": "a", "group": true, "pos": "1"}""",
            ],
            Token
        );

        var ended = await Executable.RunAsync("gate", "try", file, Database);

        Assert.Equal(1, ended.Code);
        var told = Objects(ended.Output);
        Assert.Equal(["1", "\"last\"", "\"nothing\"", "2"], told.Select(one => one["id"]!.ToJsonString()));
        var errors = Objects(ended.Errors);
        Assert.Equal([2, 4, 5, 6, 7, 9, 10, 11], errors.Select(error => (int)error["line"]!));
        Assert.All(errors, error => Assert.NotEqual("", (string)error["error"]!));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var absent = await Executable.RunAsync("gate", "try", Path.Combine(_folder, "absent.jsonl"), Database);
        var none = await Executable.RunAsync("gate", "try", Database);

        Assert.Equal((1, ""), (absent.Code, absent.Output));
        Assert.Contains("can't be read", absent.Errors, StringComparison.Ordinal);
        Assert.Equal((1, ""), (none.Code, none.Output));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => $"--ConnectionStrings:ConnectGate=Data Source={_folder}/a.db";

    private static JsonObject Row(string id, string? group, int place, string recipient) =>
        new()
        {
            ["id"] = id,
            ["note"] = $"Hello {recipient}, {Blast}",
            ["sender"] = "Ola Ness",
            ["recipient"] = recipient,
            ["group"] = group,
            ["pos"] = place,
        };

    private static IEnumerable<string?> Codes(JsonObject told) =>
        told["refusals"]!.AsArray().Select(refusal => (string?)refusal!["code"]);

    private static List<JsonObject> Objects(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    private async Task<(int Code, List<JsonObject> Told, string Errors)> TryAsync(IEnumerable<JsonObject> rows)
    {
        var file = Path.Combine(_folder, "notes.jsonl");
        await File.WriteAllLinesAsync(file, rows.Select(row => row.ToJsonString()), Token);
        var ended = await Executable.RunAsync("gate", "try", file, Database);
        return (ended.Code, Objects(ended.Output), ended.Errors);
    }
}
