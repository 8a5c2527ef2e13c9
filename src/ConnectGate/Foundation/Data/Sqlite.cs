using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Foundation.Text.Characters;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;

namespace ConnectGate.Foundation.Data;

internal sealed partial class Sqlite : Dialect, IDisposable
{
    // https://www.sqlite.org/rescode.html
    private const int Full = 13,
        ReadOnly = 8,
        IoError = 10,
        CannotOpen = 14,
        Corrupt = 11,
        Busy = 5,
        Locked = 6;
    private const int UniqueConstraint = 2067,
        PrimaryKeyConstraint = 1555;

    // .NET's codes for a file that another process has locked: EWOULDBLOCK, or a sharing violation.
    private const int HeldOnLinux = 11,
        HeldOnMacOS = 35,
        HeldOnWindows = unchecked((int)0x80070020);

    /// <summary>
    /// In seconds: the longest wait for another process that has locked the file. Microsoft.Data.Sqlite waits for as
    /// long as the command's timeout, whatever PRAGMA busy_timeout says. No statement is cut short by it.
    /// </summary>
    private const int LongestWait = 2;

    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly Settings _settings = new();

    public override bool OneWriter => true;

    // A list is one parameter, a JSON array. As one parameter for each value, EF's default, EF would write the SQL anew
    // at each execution, which costs more than the query.
    public override void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        options
            .UseSqlite(connectionString, sqlite =>
                sqlite
                    .MigrationsAssembly(typeof(Sqlite).Assembly)
                    .CommandTimeout(LongestWait)
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(_settings, new SameFile())
            .ReplaceService<IModificationCommandBatchFactory, Batches>();
        KeptConnection.UseIn(options);
    }

    /// <summary>
    /// Closes every connection. EF does not: a pooled context keeps its services when its pool is disposed. The last
    /// connection to close writes the log back into the file, so that a copy of the file alone is complete.
    /// </summary>
    public void Dispose() => _settings.CloseAll();

    // The list is split, because older builds of SQLite (an administrator's command-line tool, for example) take at
    // most 127 arguments.
    public override string VisibleLength(string column)
    {
        var blanks =
            from chunk in Invisible.Trimmed.Chunk(100)
            select $"char({string.Join(',', chunk.Select(blank => (int)blank))})";
        return $"length(trim({column}, {string.Join(" || ", blanks)}))";
    }

    /// <summary>Does nothing: BEGIN IMMEDIATE has already locked everything.</summary>
    public override Task LockMembersAsync(
        ConnectGateContext context,
        IReadOnlyCollection<long> memberIds,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <inheritdoc cref="LockMembersAsync"/>
    public override Task LockNumbersAsync(
        ConnectGateContext context,
        IReadOnlyList<long> ascending,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public override (string Table, object Argument) Numbers(int argument, IReadOnlyList<long> numbers) =>
        ($"json_each({{{argument}}}) AS numbers", JsonSerializer.Serialize(numbers));

    /// <summary>Empty: BEGIN IMMEDIATE has already locked everything.</summary>
    protected override string LockFree => "";

    public override bool IsConflict(Exception exception) =>
        base.IsConflict(exception)
        || exception.GetBaseException()
            is SqliteException { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    public override bool IsUnavailable(Exception exception) =>
        exception.GetBaseException()
            is SqliteException
            {
                SqliteErrorCode: Full or ReadOnly or IoError or CannotOpen or Corrupt or Busy or Locked
            };

    public override async Task<IDisposable?> PrepareAsync(
        ConnectGateContext context,
        CancellationToken cancellationToken
    )
    {
        var file = FileOf(context);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            PrivateFolder.Make(folder);
        }

        // A process that died during a migration leaves EF's lock, a row, behind. Every later start would wait for it
        // without end.
        var alone = await AloneAsync(file + ".start", cancellationToken);
        foreach (var one in new[] { file, file + "-wal", file + "-shm", file + ".start" })
        {
            PrivateFolder.MakeFilePrivate(one, create: one == file);
        }

        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        return alone;
    }

    public override bool Exists(ConnectGateContext context) => File.Exists(FileOf(context));

    /// <summary>Setting the user version writes one page, even when the value stays the same.</summary>
    public override async Task TryWritingAsync(ConnectGateContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA user_version = 0", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public override async Task CheckSettingsAsync(ConnectGateContext context, CancellationToken cancellationToken)
    {
        await Expect("journal_mode", "wal");
        await Expect("synchronous", "2"); // FULL
        await Expect("foreign_keys", "1");

        async Task Expect(string pragma, string expected)
        {
            var found = await ScalarAsync(context, $"PRAGMA {pragma}", cancellationToken);
            if (!string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new DatabaseUnusableException(
                    $"SQLite's {pragma} is {found}, and must be {expected} or acknowledged requests can be lost."
                );
            }
        }
    }

    public override async Task<string?> BackUpAsync(
        ConnectGateContext context,
        string? file,
        CancellationToken cancellationToken
    )
    {
        var database = FileOf(context);
        if (await ScalarAsync(context, "SELECT count(*) FROM sqlite_master", cancellationToken) == "0")
        {
            return null;
        }

        var migration = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault()
            ?? "empty";
        file ??= $"{database}.before-{migration}.bak";
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        try
        {
            // VACUUM INTO takes a consistent copy of a database in use, also into an empty file.
            // https://www.sqlite.org/lang_vacuum.html#vacuuminto
            PrivateFolder.MakeFilePrivate(unfinished, create: true);
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {unfinished}", cancellationToken);
            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        return file;
    }

    // INSERT OR REPLACE deletes a row without a trigger for DELETE. So the trigger for INSERT refuses its number.
    public override IEnumerable<string> AppendOnly(string table) =>
        from trigger in new[]
        {
            (Name: "no_UPDATE", On: "UPDATE", When: ""),
            (Name: "no_DELETE", On: "DELETE", When: ""),
            (Name: "in_order", On: "INSERT", When: $"WHEN NEW.\"Hash\" IS NULL OR NEW.\"Id\" IS NOT {NextId(table)}"),
        }
        from sql in new[]
        {
            $"DROP TRIGGER IF EXISTS \"{table}_{trigger.Name}\"",
            $"CREATE TRIGGER \"{table}_{trigger.Name}\" BEFORE {trigger.On} ON \"{table}\" {trigger.When} "
                + $"BEGIN SELECT RAISE(ABORT, '{table} is only appended to'); END",
        }
        select sql;

    private static string NextId(string table) => $"(SELECT coalesce(max(\"Id\"), 0) + 1 FROM \"{table}\")";

    private static string FileOf(ConnectGateContext context) =>
        new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;

    // The system releases the file when its process ends, even after a crash. The file is never deleted, because a
    // deletion could give two processes the lock at once.
    private static async Task<FileStream> AloneAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.HResult is HeldOnLinux or HeldOnMacOS or HeldOnWindows)
            {
                await Task.Delay(LooksAgainAfter, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task<string?> ScalarAsync(
        ConnectGateContext context,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Sends several changes as one command. EF's own factory for SQLite sends each alone, and a command costs more in
    /// .NET than its change in SQLite.
    /// </summary>
    private sealed class Batches(ModificationCommandBatchFactoryDependencies dependencies)
        : IModificationCommandBatchFactory
    {
        private const int Most = 8;

        public ModificationCommandBatch Create() => new Batch(dependencies);

        private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies)
            : AffectedCountModificationCommandBatch(dependencies, Most);
    }

    /// <summary>
    /// Set once on every handle. Microsoft.Data.Sqlite pools the handles, and a connection that opens gets one that may
    /// have the settings already. WAL lets readers continue beside the writer. FULL keeps acknowledged rows
    /// through a power cut. The larger cache more than halves the cost of a query.
    /// </summary>
    private sealed class Settings : DbConnectionInterceptor
    {
        private const string Pragmas =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;";

        private readonly ConditionalWeakTable<SafeHandle, Settings> _set = [];
        private readonly ConditionalWeakTable<SqliteConnection, Settings> _opened = [];

        public void CloseAll()
        {
            foreach (var (connection, _) in _opened)
            {
                connection.Close();
            }
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var opened = (SqliteConnection)connection;
            opened.DefaultTimeout = LongestWait;
            _opened.AddOrUpdate(opened, this);
            if (_set.TryGetValue(opened.Handle!, out _))
            {
                return;
            }

            using var command = opened.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            _set.AddOrUpdate(opened.Handle!, this);
        }

        // SQLite has nothing to await.
        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }

    /// <summary>
    /// Refuses to write where the file was deleted, moved or replaced since it was opened. SQLite goes on writing to
    /// the old file, and everything would be gone when the process ends.
    /// </summary>
    private sealed partial class SameFile : DbTransactionInterceptor
    {
        // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlhasmoved
        private const int HasMoved = 20;

        public override DbTransaction TransactionStarted(
            DbConnection connection,
            TransactionEndEventData eventData,
            DbTransaction result
        )
        {
            Require(connection);
            return result;
        }

        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection,
            TransactionEndEventData eventData,
            DbTransaction result,
            CancellationToken cancellationToken = default
        )
        {
            Require(connection);
            return ValueTask.FromResult(result);
        }

        private static void Require(DbConnection connection)
        {
            var database = ((SqliteConnection)connection).Handle!;
            if (FileControl(database, "main", HasMoved, out var moved) == 0 && moved != 0)
            {
                throw new SqliteException("The database file was deleted, moved or replaced.", CannotOpen);
            }
        }

        [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int FileControl(SafeHandle database, string name, int operation, out int result);
    }
}
