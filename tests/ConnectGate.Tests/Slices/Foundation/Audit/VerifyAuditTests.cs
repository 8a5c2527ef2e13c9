using ConnectGate.Care.Administration.Members;
using ConnectGate.Care.Audit;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Care.Audit.VerifyAudit;

namespace ConnectGate.Tests.Slices.Foundation.Audit;

/// <summary><c>-- audit verify</c> finds each kind of change, made without the triggers.</summary>
public abstract class VerifyAuditTests(Database database) : CommunityTests(database)
{
    private const int Entries = 6;

    [Fact]
    public async Task A_changed_removed_added_or_swapped_entry_is_found_and_a_cut_end_by_the_kept_head()
    {
        await Community.RecordAsync(Entries);
        var whole = await Community.QueryAsync(null, new Query());
        var head = whole.Head;
        Assert.Equal((Entries, null, Entries), (whole.Entries, whole.Broken, head.Number));
        Assert.Equal(head, AuditHead.Parse($" {head} "));
        Assert.Null((await Community.QueryAsync(null, new Query(head))).Broken);
        await KeepCopyAsync();

        foreach (var change in await ChangesAsync())
        {
            await AssertAsync($"UPDATE \"Audit\" SET {change} WHERE \"Id\" = 3", 3, BreakKind.Changed);
        }

        await AssertAsync("UPDATE \"Audit\" SET \"Reason\" = 'Entry' WHERE \"Id\" = 1", 1, BreakKind.ChangedBefore);
        await AssertAsync("DELETE FROM \"Audit\" WHERE \"Id\" = 3", 3, BreakKind.Missing);
        await AssertAsync("DELETE FROM \"Audit\" WHERE \"Id\" = 1", 1, BreakKind.Missing);
        await AssertAsync(
            // By a detour, because PostgreSQL checks the key after each row.
            "DELETE FROM \"Audit\" WHERE \"Id\" = 3; UPDATE \"Audit\" SET \"Id\" = \"Id\" + 100 WHERE \"Id\" > 3; "
                + "UPDATE \"Audit\" SET \"Id\" = \"Id\" - 101 WHERE \"Id\" > 100",
            3,
            BreakKind.Changed
        );
        await AssertAsync(Added(7, "NULL"), 7, BreakKind.WithoutHash);
        await AssertAsync(Added(7, "\"Hash\""), 7, BreakKind.Changed);
        await AssertAsync(Added(0, "NULL"), 1, BreakKind.ChangedBefore);
        await AssertAsync(Swapped(3, 4), 3, BreakKind.Changed);

        const string Cut = "DELETE FROM \"Audit\" WHERE \"Id\" > 4";
        await TamperAsync(Cut);
        Assert.Null((await Community.QueryAsync(null, new Query())).Broken);
        Assert.Equal(new Break(Entries, BreakKind.CutOff), (await Community.QueryAsync(null, new Query(head))).Broken);
        await Community.RecordAsync(2);
        Assert.Null((await Community.QueryAsync(null, new Query())).Broken);
        Assert.Equal(
            new Break(Entries, BreakKind.NotTheKeptHead),
            (await Community.QueryAsync(null, new Query(head))).Broken
        );

        await RestoreAsync();
        await Community.RecordAsync(1);
        Assert.Null((await Community.QueryAsync(null, new Query(head))).Broken);
        await RunAsync("DROP TABLE \"AuditCopy\"");
        await Community.PrepareDatabaseAsync();
    }

    [Fact]
    public async Task Acts_on_several_nodes_at_once_make_one_chain()
    {
        var people = new List<Person>();
        for (var number = 0; number < 12; number++)
        {
            people.Add(await Community.InsertAsync());
        }

        await using var other = Community.OtherNode();

        await Task.WhenAll(
            people.Select(
                (person, number) =>
                    Task.Run(
                        () =>
                            (number % 2 == 0 ? Community : other).MustAsync(
                                null,
                                new GrantRole.Command(person.Email, Role.Moderator)
                            ),
                        TestContext.Current.CancellationToken
                    )
            )
        );

        var view = await Community.QueryAsync(null, new Query());
        Assert.Equal((12, null), (view.Entries, view.Broken));
    }

    private async Task AssertAsync(string change, long number, BreakKind kind)
    {
        await TamperAsync(change);
        var broken = (await Community.QueryAsync(null, new Query())).Broken;
        Assert.True(broken == new Break(number, kind), $"{change} gave {broken}");
        await RestoreAsync();
    }

    // One change for each column, so that no column is left out of the hash.
    private Task<List<string>> ChangesAsync() =>
        Community.InDatabaseAsync(context =>
            Task.FromResult(
                context
                    .Model.FindEntityType(typeof(AuditEntry))!
                    .GetProperties()
                    .Where(property => !property.IsPrimaryKey())
                    .Select(property =>
                        $"\"{property.GetColumnName()}\" = "
                        + (
                            property.ClrType == typeof(AuditAct) ? "'LetIn'"
                            : property.ClrType == typeof(long?) ? "77"
                            : $"(SELECT \"{property.GetColumnName()}\" FROM \"Audit\" WHERE \"Id\" = 1)"
                        )
                    )
                    .ToList()
            )
        );

    private static string Added(long id, string hash) =>
        "INSERT INTO \"Audit\" (\"Id\", \"At\", \"Act\", \"Reason\", \"Hash\") "
        + $"SELECT {id}, \"At\", \"Act\", \"Reason\", {hash} FROM \"Audit\" WHERE \"Id\" = 6";

    private static string Swapped(long one, long other) =>
        string.Join(
            "; ",
            from move in new[] { (one, 99), (other, one), (99, other) }
            select $"UPDATE \"Audit\" SET \"Id\" = {move.Item2} WHERE \"Id\" = {move.Item1}"
        );

    private async Task KeepCopyAsync()
    {
        await RunAsync("CREATE TABLE \"AuditCopy\" AS SELECT * FROM \"Audit\"");
        if (Database == Database.Sqlite)
        {
            await RunAsync(
                "DROP TRIGGER \"Audit_no_UPDATE\"; DROP TRIGGER \"Audit_no_DELETE\"; DROP TRIGGER \"Audit_in_order\""
            );
        }
    }

    private Task RestoreAsync() =>
        TamperAsync("DELETE FROM \"Audit\"; INSERT INTO \"Audit\" SELECT * FROM \"AuditCopy\"");

    private Task TamperAsync(string sql) =>
        RunAsync(
            Database == Database.Sqlite ? sql : $"BEGIN; SET LOCAL session_replication_role = replica; {sql}; COMMIT"
        );

#pragma warning disable EF1002 // The test's own words.
    private Task RunAsync(string sql) => Community.InDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(sql));
#pragma warning restore EF1002
}

public sealed class VerifyAuditTestsOnSqlite() : VerifyAuditTests(Database.Sqlite);

public sealed class VerifyAuditTestsOnPostgres() : VerifyAuditTests(Database.Postgres);
