using ConnectGate.Foundation.Audit;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

/// <summary>The database itself keeps the audit log from being rewritten.</summary>
public abstract class AuditTests(Database database) : CommunityTests(database)
{
    [Theory]
    [InlineData("UPDATE \"Audit\" SET \"Reason\" = 'Another'")]
    [InlineData("DELETE FROM \"Audit\"")]
    public async Task It_is_only_appended_to(string sql)
    {
        await AppendAsync();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(sql));

        Assert.Equal(1, await Community.CountAsync<AuditEntry>());
    }

    [Fact]
    public async Task The_trigger_is_made_again_at_every_start()
    {
        await RunAsync(
            Database == Database.Sqlite
                ? "DROP TRIGGER \"Audit_no_DELETE\""
                : "DROP TRIGGER \"Audit_only_appended\" ON \"Audit\""
        );

        await Community.PrepareDatabaseAsync();

        await AppendAsync();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync("DELETE FROM \"Audit\""));
    }

    private Task AppendAsync() =>
        Community.InDatabaseAsync(async context =>
        {
            context.Audit.Add(
                new AuditEntry
                {
                    At = Community.Clock.Now,
                    Act = AuditAct.GrantedRole,
                    Reason = "For this test.",
                }
            );
            await context.SaveChangesAsync();
        });

#pragma warning disable EF1002 // The test's own words.
    private Task RunAsync(string sql) => Community.InDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(sql));
#pragma warning restore EF1002
}

public sealed class AuditTestsOnSqlite() : AuditTests(Database.Sqlite);

public sealed class AuditTestsOnPostgres() : AuditTests(Database.Postgres);
