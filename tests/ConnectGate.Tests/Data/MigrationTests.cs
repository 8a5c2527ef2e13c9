using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

public abstract class MigrationTests(Database database) : CommunityTests(database)
{
    [Fact]
    public Task Migrations_and_model_agree() =>
        Community.InDatabaseAsync(context =>
        {
            Assert.False(
                context.Database.HasPendingModelChanges(),
                "Add a migration for each database; CONTRIBUTING.md has the commands."
            );
            return Task.CompletedTask;
        });

    [Fact]
    public async Task A_prepared_database_can_be_prepared_again()
    {
        var before = await Community.CountEveryTableAsync();

        await Community.PrepareDatabaseAsync();

        Assert.Equal(before, await Community.CountEveryTableAsync());
    }
}

public sealed class MigrationTestsOnSqlite() : MigrationTests(Database.Sqlite);

public sealed class MigrationTestsOnPostgres() : MigrationTests(Database.Postgres);
