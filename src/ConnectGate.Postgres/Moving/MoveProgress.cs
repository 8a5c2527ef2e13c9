using ConnectGate.Foundation.Data;
using Npgsql;

namespace ConnectGate.Postgres.Moving;

/// <summary>
/// How far a move came: a table in the target, which is there from the beginning of the move to its end. While it is
/// there, no node starts on the database.
/// </summary>
internal static class MoveProgress
{
    private const string Whole = "";

    /// <summary>SQL that is true while a move into the database has not ended.</summary>
    public const string Unfinished = """SELECT to_regclass('"__Move"') IS NOT NULL""";

    /// <summary>Begins a move into an empty database, or goes on with an earlier one.</summary>
    /// <param name="connection">To the target.</param>
    /// <param name="source">The path of the SQLite file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DatabaseUnusableException">The database has tables already, or a move of another file into it
    /// began before.</exception>
    public static async Task BeginAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, Postgres.OneAtATime, cancellationToken);
        if (await ReadAsync(connection, Unfinished, cancellationToken) is true)
        {
            var begun = await ReadAsync(
                connection,
                """SELECT "Source" FROM "__Move" WHERE "Table" = $1""",
                cancellationToken,
                Whole
            );
            if (!string.Equals(source, begun as string, StringComparison.Ordinal))
            {
                throw new DatabaseUnusableException($"A move of {begun} into this database began before.");
            }
        }
        else if (await HasTablesAsync(connection, cancellationToken))
        {
            throw new DatabaseUnusableException("The database to move to is not empty. Name an empty one.");
        }
        else
        {
            await RunAsync(
                connection,
                """CREATE TABLE "__Move" ("Table" text PRIMARY KEY, "Source" text, "After" bigint NOT NULL)""",
                cancellationToken
            );
            await RunAsync(connection, """INSERT INTO "__Move" VALUES ($1, $2, 0)""", cancellationToken, Whole, source);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The number of the last copied row of a table; 0 before the first one.</summary>
    public static async Task<long> OfAsync(
        NpgsqlConnection connection,
        string table,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(connection, """SELECT "After" FROM "__Move" WHERE "Table" = $1""", cancellationToken, table)
            as long?
        ?? 0;

    /// <summary>Records the last copied row of a table, in the transaction that copies it.</summary>
    public static Task SaveAsync(
        NpgsqlConnection connection,
        string table,
        long after,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            connection,
            """
            INSERT INTO "__Move" ("Table", "After") VALUES ($1, $2)
            ON CONFLICT ("Table") DO UPDATE SET "After" = excluded."After"
            """,
            cancellationToken,
            table,
            after
        );

    public static Task EndAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        RunAsync(connection, """DROP TABLE "__Move" """, cancellationToken);

    private static async Task<bool> HasTablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await ReadAsync(
            connection,
            """
            SELECT EXISTS (
                SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::text::regnamespace
            )
            """,
            cancellationToken
        )
            is true;

    private static async Task RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ReadAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
