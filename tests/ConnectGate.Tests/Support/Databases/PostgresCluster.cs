using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>
/// A throwaway PostgreSQL of Debian's package. The first test that needs it starts it for the whole run. Tests reach it
/// over its own socket. As root it runs as user postgres, since initdb refuses root.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    // Ends with its standard input, so nothing stays behind when the tests are killed.
    private const string Script = """
        set -e
        folder=$(mktemp -d "/tmp/connectgate-pg-${CONNECTGATE_RUN:-0}-XXXXXX")
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >"$folder/log" 2>&1 ||
            { cat "$folder/log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
            -c full_page_writes=off -c max_connections=300 -c shared_buffers=128MB -c max_wal_size=4GB \
            >>"$folder/log" 2>&1 </dev/null &
        server=$!
        trap 'kill -QUIT $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT
        for i in $(seq 200); do "$1/pg_isready" -q -h "$folder" && break; sleep 0.1; done
        "$1/pg_isready" -q -h "$folder" || { cat "$folder/log" >&2; exit 1; }
        echo "$folder"
        cat >/dev/null
        """;

    private static readonly Lazy<Task<PostgresCluster>> Running = new(StartAsync);
    private static readonly Lazy<Task> Template = new(MigrateTemplateAsync);

    // Databases are emptied and used again: to create one takes longer than most tests, because of its files and of
    // every new connection's reading of the catalogue.
    private static readonly Lazy<Task<string>> Emptying = new(SayHowToEmptyAsync);
    private static readonly ConcurrentBag<string> Emptied = [];

    private readonly Process _shell;
    private readonly string _socketFolder;

    private PostgresCluster(Process shell, string socketFolder) => (_shell, _socketFolder) = (shell, socketFolder);

    /// <summary>The connection string of a migrated database without a row.</summary>
    public static async Task<string> NewAsync()
    {
        await Template.Value;
        return Emptied.TryTake(out var connectionString)
            ? connectionString
            : await CreateAsync("TEMPLATE template_connectgate");
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public static Task<string> NewEmptyAsync() => CreateAsync("TEMPLATE template0");

    /// <summary>Empties a database of <see cref="NewAsync"/> for the next test.</summary>
    public static async Task EmptyAsync(string connectionString)
    {
        await RunAsync(connectionString, await Emptying.Value);
        Emptied.Add(connectionString);
    }

    /// <summary>Runs one of PostgreSQL's own programs on a database, and returns its output.</summary>
    public static async Task<string> ToolAsync(
        string program,
        string connectionString,
        string input,
        params string[] arguments
    )
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        using var process = Process.Start(
            new ProcessStartInfo(
                Path.Combine(Programs()!, program),
                ["-h", database.Host!, "-U", "postgres", "-d", database.Database!, .. arguments]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }

    public static void Stop()
    {
        if (Running.IsValueCreated && Running.Value.IsCompletedSuccessfully)
        {
            Running.Value.Result.Dispose();
        }
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var programs = Programs();
        if (programs is null)
        {
            Absent("PostgreSQL is not installed (apt install postgresql).");
        }

        string[] command = ["sh", "-c", Script, "sh", programs!];
        if (Environment.UserName == "root")
        {
            command = ["runuser", "-u", "postgres", "--", .. command];
        }

        var shell = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = "/tmp",
            }
        )!;
        return await shell.StandardOutput.ReadLineAsync() is { } folder
            ? new PostgresCluster(shell, folder)
            : throw new InvalidOperationException("PostgreSQL did not start; its log is above.");
    }

    private static void Absent(string reason)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Fail(reason);
    }

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;

    private static async Task MigrateTemplateAsync()
    {
        await RunAsync(
            await ConnectionStringAsync("postgres"),
            "CREATE DATABASE template_connectgate TEMPLATE template0"
        );
        var connectionString = await ConnectionStringAsync("template_connectgate");
        await using (var community = Community.Over(Database.Postgres, connectionString))
        {
            await community.PrepareDatabaseAsync();
        }

        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    // The role of a replica ignores foreign keys and the audit log's trigger, so the order does not matter.
    private static async Task<string> SayHowToEmptyAsync()
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("template_connectgate"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT string_agg(
                CASE relkind
                    WHEN 'r' THEN format('DELETE FROM %I', relname)
                    ELSE format('SELECT setval(%L, 1, false)', quote_ident(relname))
                END, '; ')
            FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
                AND relname NOT IN ('__EFMigrationsHistory', 'DoneRefreshes')
            """;
        var all = await command.ExecuteScalarAsync();
        NpgsqlConnection.ClearPool(connection);
        return $"BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL lock_timeout = '10s'; {all}; COMMIT";
    }

    private static async Task<string> CreateAsync(string template)
    {
        var name = $"t{Guid.NewGuid():N}";
        await RunAsync(await ConnectionStringAsync("postgres"), $"CREATE DATABASE \"{name}\" {template}");
        return await ConnectionStringAsync(name);
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = (await Running.Value)._socketFolder,
            Username = "postgres",
            Database = database,
            MaxPoolSize = 60,
            IncludeErrorDetail = true,
        }.ConnectionString;
}
