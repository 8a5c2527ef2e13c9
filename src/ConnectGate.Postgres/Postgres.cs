using System.Globalization;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Text.Characters;
using ConnectGate.Postgres.Moving;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConnectGate.Postgres;

internal sealed class Postgres : Dialect
{
    /// <summary>SQL that waits until nobody else prepares the database, and keeps others waiting.</summary>
    public const string OneAtATime = "SELECT pg_advisory_xact_lock(6147221)";

    public override bool OneWriter => false;

    public override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(Postgres).Assembly));

    public override string VisibleLength(string column)
    {
        var blanks = Invisible.Trimmed.Select(blank =>
            "\\" + ((int)blank).ToString("X4", CultureInfo.InvariantCulture)
        );
        return $"length(btrim({column}, U&'{string.Concat(blanks)}'))";
    }

    public override async Task LockMembersAsync(
        ConnectGateContext context,
        IReadOnlyCollection<long> memberIds,
        CancellationToken cancellationToken
    )
    {
        var inOrder = memberIds.Distinct().Order().ToArray();
        await context.Database.ExecuteSqlAsync(
            $"""SELECT 1 FROM "Members" WHERE "Id" = ANY({inOrder}) ORDER BY "Id" FOR NO KEY UPDATE""",
            cancellationToken
        );
    }

    public override Task LockNumbersAsync(
        ConnectGateContext context,
        IReadOnlyList<long> ascending,
        CancellationToken cancellationToken
    ) =>
        context.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(number) FROM unnest({ascending.ToArray()}) AS number",
            cancellationToken
        );

    public override (string Table, object Argument) Numbers(int argument, IReadOnlyList<long> numbers) =>
        ($"unnest({{{argument}}}) AS numbers(value)", numbers.ToArray());

    protected override string LockFree => "FOR NO KEY UPDATE SKIP LOCKED";

    public override bool IsConflict(Exception exception) =>
        base.IsConflict(exception)
        || exception.GetBaseException()
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected,
            };

    public override bool IsUnavailable(Exception exception) =>
        IsUnavailableItself(exception) || (exception.InnerException is { } inner && IsUnavailable(inner));

    private static bool IsUnavailableItself(Exception exception) =>
        exception
            is PostgresException
                {
                    SqlState: PostgresErrorCodes.DiskFull
                        or PostgresErrorCodes.ReadOnlySqlTransaction
                        or PostgresErrorCodes.AdminShutdown
                        or PostgresErrorCodes.CrashShutdown
                        or PostgresErrorCodes.CannotConnectNow
                        or PostgresErrorCodes.TooManyConnections,
                }
                or NpgsqlException
                {
                    InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException
                }
                or System.Net.Sockets.SocketException;

    /// <summary>
    /// Lets one node migrate at a time. EF's own lock ends with the transaction of each migration, so that another node
    /// could come between two of them and apply the second twice. This lock belongs to a transaction and not to a
    /// session, because pgbouncer hands a session to the next client, with its locks. The returned connection holds it.
    /// </summary>
    public override async Task<IDisposable?> PrepareAsync(
        ConnectGateContext context,
        CancellationToken cancellationToken
    )
    {
        var connection = new NpgsqlConnection(context.Database.GetConnectionString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"BEGIN; {OneAtATime}", connection);
            command.CommandTimeout = 0; // as long as another node migrates
            await command.ExecuteNonQueryAsync(cancellationToken);
            command.CommandText = MoveProgress.Unfinished;
            return await command.ExecuteScalarAsync(cancellationToken) is true
                ? throw new DatabaseUnusableException(
                    "A move into this database has not ended. Run it again: migrate --to CONNECTION"
                )
                : connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Getting a transaction id is the smallest write, and a standby refuses it.</summary>
    public override Task TryWritingAsync(ConnectGateContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync("SELECT pg_current_xact_id()", cancellationToken);

    /// <summary>
    /// Does nothing: the server's settings belong to its administrator. <c>docs/running.md</c> names the ones that
    /// matter.
    /// </summary>
    public override Task CheckSettingsAsync(ConnectGateContext context, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Always null: pg_dump makes the copies.</summary>
    public override Task<string?> BackUpAsync(
        ConnectGateContext context,
        string? file,
        CancellationToken cancellationToken
    ) => Task.FromResult<string?>(null);

    public override IEnumerable<string> AppendOnly(string table) =>
        [
            // Nodes that start at the same time would collide at the function's row.
            "SELECT pg_advisory_xact_lock(6147220)",
            $"""
                CREATE OR REPLACE FUNCTION only_appended() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is only appended to', TG_TABLE_NAME; END $$
                """,
            $"""DROP TRIGGER IF EXISTS "{table}_only_appended" ON "{table}" """,
            $"""CREATE TRIGGER "{table}_only_appended" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" """
                + "EXECUTE FUNCTION only_appended()",
            """
                CREATE OR REPLACE FUNCTION appended_in_order() RETURNS trigger LANGUAGE plpgsql AS
                $$ DECLARE next bigint; BEGIN
                EXECUTE format('SELECT coalesce(max("Id"), 0) + 1 FROM %I', TG_TABLE_NAME) INTO next;
                IF NEW."Hash" IS NULL OR NEW."Id" IS DISTINCT FROM next THEN
                RAISE EXCEPTION '% is only appended to', TG_TABLE_NAME; END IF;
                RETURN NEW; END $$
                """,
            $"""DROP TRIGGER IF EXISTS "{table}_in_order" ON "{table}" """,
            $"""CREATE TRIGGER "{table}_in_order" BEFORE INSERT ON "{table}" FOR EACH ROW """
                + "EXECUTE FUNCTION appended_in_order()",
        ];
}
