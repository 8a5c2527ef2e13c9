using Microsoft.Data.Sqlite;

namespace ConnectGate.Benchmarks.Site;

/// <summary>
/// Adds rows that are like a row of the demo community, except in the columns that vary. So a new column needs no
/// change here, and a row that the product wrote is the model for each.
/// </summary>
internal sealed class LikeRow : IDisposable
{
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter[] _varying;

    /// <param name="table">Its name.</param>
    /// <param name="model">
    /// Finds the row to copy, in SQL; the first row counts. Null where the demo community has no such row: then the
    /// rows have only the columns that vary.
    /// </param>
    /// <param name="varying">The columns that each row gets its own values for, separated by spaces.</param>
    /// <exception cref="InvalidOperationException">The demo community has no such row.</exception>
    public LikeRow(SqliteConnection connection, string table, string? model, string varying)
    {
        _insert = connection.CreateCommand();
        var columns = varying.Split(' ');
        foreach (var column in columns)
        {
            _insert.Parameters.AddWithValue($"${column}", DBNull.Value);
        }

        _varying = [.. _insert.Parameters.Cast<SqliteParameter>()];
        if (model is not null)
        {
            using var find = connection.CreateCommand();
            find.CommandText = $"SELECT * FROM \"{table}\" WHERE {model} LIMIT 1";
            using var row = find.ExecuteReader();
            if (!row.Read())
            {
                throw new InvalidOperationException($"The demo community has no row of {table} where {model}.");
            }

            foreach (var column in Enumerable.Range(0, row.FieldCount).Select(row.GetName).Except(columns))
            {
                _insert.Parameters.AddWithValue($"${column}", row[column]);
            }
        }

        var all = _insert.Parameters.Cast<SqliteParameter>().Select(each => each.ParameterName[1..]).ToList();
        _insert.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", all.Select(column => $"\"{column}\""))}) "
            + $"VALUES ({string.Join(", ", all.Select(column => $"${column}"))})";
        _insert.Prepare();
    }

    /// <summary>The rows added so far.</summary>
    public long Count { get; private set; }

    /// <param name="values">One for each column that varies, in their order; null for NULL.</param>
    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < _varying.Length; i++)
        {
            _varying[i].Value = values[i] ?? DBNull.Value;
        }

        _insert.ExecuteNonQuery();
        Count++;
    }

    public void Dispose() => _insert.Dispose();
}
