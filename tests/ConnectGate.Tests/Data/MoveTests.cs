using ConnectGate.People.Accounts.Keys;
using ConnectGate.Postgres.Moving;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

/// <summary>A community moves from its SQLite file to PostgreSQL: <c>migrate --to</c>.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;

    private string _file = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _file = await SqliteFiles.NewAsync(_folder);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }

    [Fact]
    public async Task A_move_that_is_killed_or_fails_goes_on_where_it_was_and_ends_with_the_same_community()
    {
        var target = await PostgresCluster.NewEmptyAsync();
        Assert.Equal(0, (await Executable.RunAsync("demo", $"--ConnectionStrings:ConnectGate={_file}")).Code);
        await using var here = Community.Over(Database.Sqlite, _file);
        await using var there = Community.Over(Database.Postgres, target);

        await StopsAsync(here, target, new AnnounceNode.Command("node", "elsewhere", 1, "A"));
        Assert.NotEqual(0, (await Executable.RunUntilAsync("Members: ", Move(target))).Code);
        var unfinished = await Assert.ThrowsAsync<DatabaseUnusableException>(there.PrepareDatabaseAsync);
        Assert.Contains("has not ended", unfinished.Message, StringComparison.Ordinal);
        await FailsWithinRequestsAsync(here, there, target);
        var moved = await Executable.RunAsync(Move(target));

        Assert.Equal((0, ""), (moved.Code, moved.Errors));
        Assert.Contains("Members: 0 rows copied\n", moved.Output, StringComparison.Ordinal);
        Assert.EndsWith("are the same.\n", moved.Output, StringComparison.Ordinal);
        await there.PrepareDatabaseAsync();
        Assert.Equal(await here.CountEveryTableAsync(), await there.CountEveryTableAsync());
        Assert.True(await LastAccountAsync(here) < (await there.InsertAsync()).Id);
        var verified = await Executable.RunAsync(
            "audit",
            "verify",
            "--Database:Provider=Postgres",
            $"--ConnectionStrings:ConnectGate={target}",
            $"--DataProtection:CertificateFile={SqliteFiles.Certificate()}"
        );
        Assert.StartsWith("Verified", verified.Output, StringComparison.Ordinal);
        var again = await Executable.RunAsync(Move(target));
        Assert.Equal((1, "The database to move to is not empty. Name an empty one.\n"), (again.Code, again.Errors));
    }

    [Fact]
    public async Task A_row_that_refers_to_a_later_one_of_its_table_is_copied_too()
    {
        var target = await PostgresCluster.NewEmptyAsync();
        await using var here = Community.Over(Database.Sqlite, _file);
        var (first, _, last) = await here.InsertThreeAsync();
        await here.InDatabaseAsync(context =>
            context.Database.ExecuteSqlAsync(
                $"""UPDATE "Accounts" SET "LetInById" = {last.Id} WHERE "Id" = {first.Id}""",
                Token
            )
        );
        var lines = new List<string>();

        await MoveAsync(here, target, lines.Add);

        Assert.EndsWith("are the same.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_between_two_runs_is_found_at_the_end()
    {
        var target = await PostgresCluster.NewEmptyAsync();
        await using var here = Community.Over(Database.Sqlite, _file);
        var ada = await here.InsertAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            MoveAsync(here, target, line => ThrowAt(line, "Members"))
        );
        await here.InDatabaseAsync(context =>
            context
                .Members.Where(member => member.Id == ada.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.Headline, "Keeper of the lock"), Token)
        );

        var differs = await Assert.ThrowsAsync<DatabaseUnusableException>(() => MoveAsync(here, target, _ => { }));

        Assert.Contains("The table Members differs", differs.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to: it is missing", "")]
    [InlineData("--to: it cannot be read", "Host=x;Colour=teal")]
    [InlineData("--to: it names no host", "Database=x")]
    [InlineData("The move stopped", "Host=127.0.0.1;Port=1;Database=x")]
    public async Task A_target_that_cannot_be_used_ends_the_move_with_one_line(string expected, string target)
    {
        var ended = await Executable.RunAsync(Move(target));

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith(
            expected,
            Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    private string[] Move(string target) => ["migrate", $"--to={target}", $"--ConnectionStrings:ConnectGate={_file}"];

    private static Task MoveAsync(Community here, string target, Action<string> report, int batch = 2) =>
        here.InScopeAsync(null, null, async services =>
        {
            await MoveToPostgres.RunAsync(services, target, batch, report, Token);
            return 0;
        });

    private static async Task StopsAsync(Community here, string target, AnnounceNode.Command running)
    {
        await here.MustAsync(null, running);
        var runs = await Assert.ThrowsAsync<DatabaseUnusableException>(() => MoveAsync(here, target, _ => { }));
        Assert.Contains("The server still runs (process 1 on elsewhere)", runs.Message, StringComparison.Ordinal);
        await here.MustAsync(null, new ForgetNode.Command(running.Id));
    }

    // Between two batches of one table.
    private static async Task FailsWithinRequestsAsync(Community here, Community there, string target)
    {
        await RunAsync(
            """
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$;
            CREATE TRIGGER fail BEFORE INSERT ON "Requests" FOR EACH ROW WHEN (NEW."Id" > 4) EXECUTE FUNCTION fail()
            """
        );
        var failed = await Assert.ThrowsAsync<DatabaseUnusableException>(() => MoveAsync(here, target, _ => { }));
        Assert.Equal("The move stopped: P0001: full. Run it again to go on.", failed.Message);
        Assert.Equal(4, await there.CountAsync<ConnectGate.Letters.Requests.ConnectionRequest>());
        await RunAsync("DROP FUNCTION fail() CASCADE");

        Task RunAsync(string sql) => there.InDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(sql, Token));
    }

    private static Task<long> LastAccountAsync(Community community) =>
        community.InDatabaseAsync(context => context.Users.MaxAsync(account => account.Id, Token));

    private static void ThrowAt(string line, string table)
    {
        if (line.StartsWith(table, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("Stopped.");
        }
    }
}
