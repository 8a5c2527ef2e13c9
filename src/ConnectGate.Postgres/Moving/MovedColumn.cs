using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace ConnectGate.Postgres.Moving;

/// <summary>
/// A column in both databases. A value is read as the model has it, so that each database stores it in its own way.
/// </summary>
/// <param name="Name">The same in both.</param>
/// <param name="Sqlite">How SQLite stores it; null for a document in JSON.</param>
/// <param name="Postgres">How PostgreSQL stores it; null for a document in JSON.</param>
internal sealed record MovedColumn(string Name, RelationalTypeMapping? Sqlite, RelationalTypeMapping? Postgres)
{
    public object? FromSqlite(DbDataReader row, int ordinal) => Read(row, ordinal, Sqlite);

    public object? FromPostgres(DbDataReader row, int ordinal) => Read(row, ordinal, Postgres);

    /// <summary>Writes the next value of a row.</summary>
    /// <param name="copy">The row was begun.</param>
    /// <param name="parameters">Makes parameters; it is never run.</param>
    /// <param name="value">As the model has it.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    public Task WriteAsync(
        NpgsqlBinaryImporter copy,
        NpgsqlCommand parameters,
        object? value,
        CancellationToken cancellationToken
    )
    {
        if (value is null)
        {
            return copy.WriteNullAsync(cancellationToken);
        }

        if (Postgres is null)
        {
            return copy.WriteAsync((string)value, NpgsqlDbType.Jsonb, cancellationToken);
        }

        var parameter = (NpgsqlParameter)Postgres.CreateParameter(parameters, "value", value);
        return copy.WriteAsync(parameter.Value!, parameter.NpgsqlDbType, cancellationToken);
    }

    /// <summary>A text that is the same for the same value, whichever database it comes from.</summary>
    public string Canonical(object? value) =>
        (Sqlite?.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value) switch
        {
            null => "-",
            string json when Sqlite is null => $"j{InOrder(JsonNode.Parse(json))?.ToJsonString()}",
            byte[] bytes => $"b{Convert.ToBase64String(bytes)}",
            DateTime time => $"t{time.Ticks.ToString(CultureInfo.InvariantCulture)}",
            DateTimeOffset time => $"t{time.UtcTicks.ToString(CultureInfo.InvariantCulture)}",
            var other => $"v{Convert.ToString(other, CultureInfo.InvariantCulture)}",
        };

    private static object? Read(DbDataReader row, int ordinal, RelationalTypeMapping? mapping)
    {
        if (row.IsDBNull(ordinal))
        {
            return null;
        }

        if (mapping is null)
        {
            return row.GetString(ordinal);
        }

        var stored = mapping.GetDataReaderMethod().Invoke(row, [ordinal]);
        return mapping.Converter is { } converter ? converter.ConvertFromProvider(stored) : stored;
    }

    // PostgreSQL sorts the names of a document anew.
    private static JsonNode? InOrder(JsonNode? node) =>
        node switch
        {
            JsonObject names => new JsonObject(
                names
                    .OrderBy(name => name.Key, StringComparer.Ordinal)
                    .Select(name => KeyValuePair.Create(name.Key, InOrder(name.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(InOrder)]),
            _ => node?.DeepClone(),
        };
}
