using System.Data.Common;
using ConnectGate.Foundation.Data;
using ConnectGate.People.Accounts.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ConnectGate.Postgres.Moving;

/// <summary>Moves a community from its SQLite file into an empty PostgreSQL database. The file stays.</summary>
public static class MoveToPostgres
{
    // Rows in one transaction.
    private const int Batch = 1_000;

    /// <summary>
    /// Copies every table, compares the copies with the file, and lets PostgreSQL go on with the next free keys. After
    /// a failure the same call goes on where it was. Nobody can write to the file until it ends.
    /// </summary>
    /// <param name="services">The application's, over a SQLite file of this version.</param>
    /// <param name="target">PostgreSQL's connection string.</param>
    /// <param name="report">Gets a line for each table and one at the end.</param>
    /// <param name="cancellationToken">Ends the move; it can be continued.</param>
    /// <exception cref="DatabaseUnusableException">A node still runs, the target is not empty, one of the databases
    /// cannot be used, or the two differ at the end.</exception>
    public static Task RunAsync(
        IServiceProvider services,
        string target,
        Action<string> report,
        CancellationToken cancellationToken
    ) => RunAsync(services, target, Batch, report, cancellationToken);

    internal static async Task RunAsync(
        IServiceProvider services,
        string target,
        int batch,
        Action<string> report,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            await using var here = services.CreateAsyncScope();
            await using var other = new ServiceCollection()
                .AddLogging()
                .AddConnectGate(target, new ConfigurationBuilder().Build())
                .AddConnectGatePostgres()
                .BuildServiceProvider();
            await using var there = other.CreateAsyncScope();
            await MoveAsync(
                here.ServiceProvider.GetRequiredService<ConnectGateContext>(),
                there.ServiceProvider.GetRequiredService<ConnectGateContext>(),
                here.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
                batch,
                report,
                cancellationToken
            );
        }
        catch (Exception unusable) when (ConnectGateDatabase.IsOfTheDatabase(unusable))
        {
            var problem = unusable.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new DatabaseUnusableException($"The move stopped: {problem}. Run it again to go on.", unusable);
        }
    }

    private static async Task MoveAsync(
        ConnectGateContext here,
        ConnectGateContext there,
        DateTime now,
        int batch,
        Action<string> report,
        CancellationToken cancellationToken
    )
    {
        // Takes the file's lock for writing.
        await using var unchanged = await here.Database.BeginTransactionAsync(cancellationToken);
        if ((await here.Nodes.ToListAsync(cancellationToken)).Find(node => !node.HasEnded(now)) is { } node)
        {
            throw new DatabaseUnusableException(
                $"The server still runs (process {node.ProcessId} on {node.Machine}). Stop it first."
            );
        }

        var sqlite = here.Database.GetDbConnection();
        var postgres = (NpgsqlConnection)there.Database.GetDbConnection();
        await there.Database.OpenConnectionAsync(cancellationToken);
        await MoveProgress.BeginAsync(postgres, Path.GetFullPath(sqlite.DataSource), cancellationToken);
        await there.Database.MigrateAsync(cancellationToken);

        var tables = Tables(here, there).ToList();
        foreach (var table in tables)
        {
            var rows = await table.CopyAsync(sqlite, postgres, batch, cancellationToken);
            report($"{table.Name}: {rows} rows copied");
        }

        var all = 0L;
        foreach (var table in tables)
        {
            all += await table.CompareAsync(sqlite, postgres, cancellationToken);
        }

        await ContinueKeysAsync(sqlite, postgres, cancellationToken);
        await MoveProgress.EndAsync(postgres, cancellationToken);
        report($"Moved. {tables.Count} tables with {all} rows were compared, and are the same.");
    }

    /// <summary>The tables, each after those that it refers to. Nodes announce themselves anew.</summary>
    private static IEnumerable<MovedTable> Tables(ConnectGateContext here, ConnectGateContext there)
    {
        var target = there.Model.GetRelationalModel();
        var nodes = here.Model.FindEntityType(typeof(Node))!.GetTableName();
        var left = here.Model.GetRelationalModel().Tables.Where(table => table.Name != nodes).ToList();
        while (left.Count > 0)
        {
            var next = left.First(table => Principals(table).All(principal => !left.Contains(principal)));
            left.Remove(next);
            yield return new MovedTable(next, target.FindTable(next.Name, next.Schema)!);
        }

        static IEnumerable<ITable> Principals(ITable table) =>
            from key in table.ForeignKeyConstraints
            where key.PrincipalTable != table
            select key.PrincipalTable;
    }

    // SQLite never gives the key of a deleted row again, and PostgreSQL shall not do it either.
    private static async Task ContinueKeysAsync(
        DbConnection sqlite,
        NpgsqlConnection postgres,
        CancellationToken cancellationToken
    )
    {
        await using var select = sqlite.CreateCommand();
        select.CommandText = "SELECT name, seq FROM sqlite_sequence WHERE seq > 0";
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            await using var set = new NpgsqlCommand(
                "SELECT setval(pg_get_serial_sequence(quote_ident(table_name), column_name), $2) "
                    + "FROM information_schema.columns "
                    + "WHERE table_schema = current_schema() AND is_identity = 'YES' AND table_name = $1",
                postgres
            );
            set.Parameters.Add(new NpgsqlParameter { Value = row.GetString(0) });
            set.Parameters.Add(new NpgsqlParameter { Value = row.GetInt64(1) });
            await set.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
