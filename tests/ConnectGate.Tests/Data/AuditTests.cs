using ConnectGate.Tests.Slices.Foundation.Audit;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

/// <summary>The database itself keeps the audit log from being rewritten.</summary>
public abstract class AuditTests(Database database) : CommunityTests(database)
{
    private const string Columns = "\"Id\", \"At\", \"Act\", \"Reason\", \"Hash\"";

    private static readonly string[] OnBoth =
    [
        "UPDATE \"Audit\" SET \"Reason\" = 'Another'",
        "DELETE FROM \"Audit\"",
        Insert("1", "\"Hash\""),
        Insert("2", "NULL"),
        Insert("3", "\"Hash\""),
        Insert("0", "\"Hash\""),
        $"{Insert("1", "\"Hash\"")} WHERE true ON CONFLICT (\"Id\") DO UPDATE SET \"Reason\" = 'Another'",
    ];

    private static readonly string[] OnSqlite =
    [
        "REPLACE INTO \"Audit\" SELECT * FROM \"Audit\"",
        Insert("1", "\"Hash\"").Replace("INSERT INTO", "INSERT OR REPLACE INTO", StringComparison.Ordinal),
        "UPDATE OR REPLACE \"Audit\" SET \"Reason\" = 'Another'",
        $"INSERT INTO \"Audit\" ({Columns[6..]}) SELECT \"At\", \"Act\", \"Reason\", \"Hash\" FROM \"Audit\"",
    ];

    private static readonly string[] OnPostgres =
    [
        "TRUNCATE \"Audit\"",
        "TRUNCATE \"Audit\" RESTART IDENTITY CASCADE",
        "MERGE INTO \"Audit\" AS log USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
    ];

    [Fact]
    public async Task Its_triggers_are_made_again_at_every_start_and_it_is_only_appended_to()
    {
        var made = await TriggersAsync();
        foreach (var trigger in made)
        {
            await RunAsync(
                Database == Database.Sqlite ? $"DROP TRIGGER \"{trigger}\"" : $"DROP TRIGGER \"{trigger}\" ON \"Audit\""
            );
        }

        await Community.PrepareDatabaseAsync();

        Assert.Equal(made, await TriggersAsync());
        Assert.Equal(
            Database == Database.Sqlite
                ? ["Audit_in_order", "Audit_no_DELETE", "Audit_no_UPDATE"]
                : ["Audit_in_order", "Audit_only_appended"],
            made
        );
        await Community.RecordAsync(1);
        var before = await RowsAsync();
        foreach (var sql in OnBoth.Concat(Database == Database.Sqlite ? OnSqlite : OnPostgres))
        {
            var refused = await Record.ExceptionAsync(() => RunAsync(sql));
            Assert.True(refused is System.Data.Common.DbException, $"{sql} gave {refused?.Message ?? "no error"}");
            Assert.Contains("Audit is only appended to", refused!.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await RowsAsync());
    }

    private static string Insert(string id, string hash) =>
        $"INSERT INTO \"Audit\" ({Columns}) SELECT {id}, \"At\", \"Act\", \"Reason\", {hash} FROM \"Audit\"";

    private Task<List<string>> TriggersAsync() =>
        StringsAsync(
            Database == Database.Sqlite
                ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Audit'"
                : """
                SELECT tgname::text AS "Value" FROM pg_trigger
                WHERE tgrelid = '"Audit"'::regclass AND NOT tgisinternal AND tgenabled = 'O'
                """
        );

    private Task<List<string>> RowsAsync() =>
        StringsAsync("SELECT \"Id\" || \"Reason\" || \"Hash\" AS \"Value\" FROM \"Audit\"");

#pragma warning disable EF1002 // The test's own words.
    private Task<List<string>> StringsAsync(string sql) =>
        Community.InDatabaseAsync(async context =>
            (await context.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal).ToList()
        );

    private Task RunAsync(string sql) => Community.InDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(sql));
#pragma warning restore EF1002
}

public sealed class AuditTestsOnSqlite() : AuditTests(Database.Sqlite);

public sealed class AuditTestsOnPostgres() : AuditTests(Database.Postgres);
