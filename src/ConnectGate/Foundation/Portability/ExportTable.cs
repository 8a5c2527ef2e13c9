using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ConnectGate.Foundation.Portability;

/// <summary>
/// One list of an export. The rows come from the database one by one, so a long list takes no memory.
/// </summary>
/// <param name="name">The name of the list's files; the text <c>export-of-…</c> explains the list.</param>
/// <param name="columns">The names of the values, in the order of the rows' properties.</param>
internal abstract class ExportTable(string name, IReadOnlyList<string> columns)
{
    /// <summary>The form of the values: names as in the API, and text as it was typed.</summary>
    private protected static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = columns;

    public abstract Task<int> CountAsync(CancellationToken cancellationToken);

    public abstract IAsyncEnumerable<JsonObject> RowsAsync(CancellationToken cancellationToken);

    /// <param name="name">The name of the list's files.</param>
    /// <param name="found">The rows in their order.</param>
    /// <param name="row">What the export says of a row; an object whose properties are its values.</param>
    public static ExportTable Of<TFound, TRow>(string name, IQueryable<TFound> found, Func<TFound, TRow> row)
        where TFound : class => new Table<TFound, TRow>(name, found.AsNoTracking(), row);

    /// <summary>As in a spreadsheet: the items of a list stand below each other.</summary>
    public static string CellOf(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray list => string.Join('\n', list.Select(CellOf)),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
            _ => value.ToJsonString(Json),
        };

    /// <summary>The row as a line of a JSON file.</summary>
    public static string LineOf(JsonObject row) => row.ToJsonString(Json);

    private sealed class Table<TFound, TRow>(string name, IQueryable<TFound> found, Func<TFound, TRow> row)
        : ExportTable(
            name,
            [
                .. typeof(TRow)
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
            ]
        )
        where TFound : class
    {
        public override Task<int> CountAsync(CancellationToken cancellationToken) =>
            found.CountAsync(cancellationToken);

        public override async IAsyncEnumerable<JsonObject> RowsAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await foreach (var one in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                yield return JsonSerializer.SerializeToNode(row(one), Json)!.AsObject();
            }
        }
    }
}
