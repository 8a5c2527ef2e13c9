using ConnectGate.Tests.Slices.Foundation.Audit;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

/// <summary>
/// Nodes that are started at the same moment on an empty database: an operator's first "docker compose up", or a
/// rolling restart.
/// </summary>
public abstract class StartingTogetherTests(Database database)
{
    private const int Nodes = 4;

    [Fact]
    public async Task All_come_up_with_one_history_and_a_log_that_is_only_appended_to()
    {
        var connectionString =
            database == Database.Sqlite ? SqliteFiles.NewEmpty() : await PostgresCluster.NewEmptyAsync();
        var nodes = Enumerable.Range(0, Nodes).Select(_ => Community.Over(database, connectionString)).ToList();

        await Task.WhenAll(
            nodes.Select(node => Task.Run(node.PrepareDatabaseAsync, TestContext.Current.CancellationToken))
        );

        foreach (var node in nodes)
        {
            var (known, applied) = await node.InDatabaseAsync(async context =>
                (
                    context.Database.GetMigrations().ToList(),
                    (await context.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).ToList()
                )
            );
            Assert.Equal(known, applied);
            await node.InsertAsync();
            await node.RecordAsync(1);
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                node.InDatabaseAsync(context => context.Audit.ExecuteDeleteAsync(TestContext.Current.CancellationToken))
            );
            await node.DisposeAsync();
        }
    }
}

public sealed class StartingTogetherTestsOnSqlite() : StartingTogetherTests(Database.Sqlite);

public sealed class StartingTogetherTestsOnPostgres() : StartingTogetherTests(Database.Postgres);
