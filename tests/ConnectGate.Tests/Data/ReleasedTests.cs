using System.Runtime.CompilerServices;
using ConnectGate.Care.Administration;
using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Figures;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Foundation.Audit;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Foundation.Audit;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Data;

/// <summary>
/// The databases of earlier versions, kept in <c>Released</c>: a SQLite file and PostgreSQL's dump of each, with a few
/// rows of everything. They must come up to this version with what was in them.
/// </summary>
public sealed class ReleasedTests
{
    private const string ThisRelease = "0.2-preview";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "Released");

    public static readonly TheoryData<string> Files = FilesOf("");

    /// <summary>Before registrations had a table of their own.</summary>
    public static readonly TheoryData<string> FilesWithUnconfirmedAccounts = FilesOf("0.1.");

    [Theory, MemberData(nameof(Files))]
    public async Task The_database_of_an_earlier_release_migrates_with_its_rows(string file)
    {
        await using var community = await LoadAsync(Path.Combine(Folder, file));

        await community.PrepareDatabaseAsync();

        Assert.Empty(await community.InDatabaseAsync(context => context.Database.GetPendingMigrationsAsync(Token)));
        var (ada, ben) = (await FindAsync(community, "ada"), await FindAsync(community, "ben"));
        var sent = (await community.QueryAsync(ada, new SentRequests.Query())).Items;
        Assert.Equal(["cleo", "ben"], sent.Select(row => row.Handle));
        Assert.Equal((SenderState.Connected, A.Letter().Note), (sent[1].State, sent[1].Note));
        var conversation = await community.QueryAsync(ben, new ReadConversation.Query("ada"));
        Assert.Equal(
            [A.Letter().Note!, "Gladly. Shall we meet?", "On Friday?"],
            conversation!.Messages.Items.Select(line => line.Text)
        );
        Assert.Equal(1, await community.CountAsync<Report>());
        Assert.Equal(1, await community.CountAsync<Block>());
        Assert.Equal(1, await community.CountAsync<Suspension>());

        var counts = await community.InDatabaseAsync(context =>
            context
                .DayCounts.GroupBy(count => count.Kind)
                .ToDictionaryAsync(kind => kind.Key, kind => kind.Sum(count => count.Count), Token)
        );
        Assert.Equal(await community.CountAsync<ConnectionRequest>(), counts[CountLetters.Sent]);
        Assert.Equal(
            (1, 2, 1),
            (counts[CountLetters.Accepted], counts[CountLetters.Declined], counts[CountCases.Reports])
        );

        // The entries of 0.1 have no hash. The next entry covers them.
        var earlier = await community.QueryAsync(null, new VerifyAudit.Query());
        Assert.Equal(1, earlier.Entries);
        await community.RecordAsync(1);
        var verified = await community.QueryAsync(null, new VerifyAudit.Query(earlier.Head));
        Assert.Equal((2, null), (verified.Entries, verified.Broken));
    }

    [Theory, MemberData(nameof(FilesWithUnconfirmedAccounts))]
    public async Task An_account_that_was_never_confirmed_waits_as_a_registration(string file)
    {
        await using var community = await LoadAsync(Path.Combine(Folder, file));
        community.Clock.Advance(TimeSpan.FromHours(1));
        var (stranger, stamp) = await InsertUnconfirmedAsync(community, file);

        await community.PrepareDatabaseAsync();

        Assert.False(
            await community.InDatabaseAsync(context =>
                context.Users.AnyAsync(account => account.Id == stranger.Id, Token)
            )
        );
        Assert.Equal(4, await community.CountAsync<Member>());
        Assert.Equal(
            SignIn.Standing.WrongCredentials,
            (await community.SignInAsync(stranger.Email, A.Password)).Standing
        );

        // The link as the earlier release mailed it: whoever opens it needs this registration's password too.
        var code = await community.InScopeAsync(null, null, services =>
            Task.FromResult(
                services
                    .GetRequiredService<Tickets>()
                    .Make(TicketPurpose.ConfirmEmail, stranger.Id, stamp, Tickets.ToConfirm)
            )
        );
        var refused = await community.AskAsync(new ConfirmRegistration.Try(code, "velvet harbour kite"));
        Assert.Equal("password:password-wrong", refused.Refusals.Codes());
        await community.AskAsync(new AdmitAddress.Command(stranger.Email));
        Assert.NotNull((await community.AskAsync(new ConfirmRegistration.Try(code, A.Password))).Opened);
    }

    /// <summary>Writes the files of this release; run by <c>eng/release-databases</c>, never with the others.</summary>
    [Fact(Explicit = true)]
    public async Task Write_the_databases_of_this_release()
    {
        foreach (var database in Enum.GetValues<Database>())
        {
            await using var community = await Community.NewAsync(database);
            await TellAsync(community);
            var file = Path.Combine(SourceFolder(), ThisRelease + (database == Database.Sqlite ? ".db" : ".sql"));
            File.Delete(file);
            if (database == Database.Sqlite)
            {
                await community.InDatabaseAsync(context =>
                    context.Database.ExecuteSqlAsync($"VACUUM INTO {file}", Token)
                );
            }
            else
            {
                var dump = await PostgresCluster.ToolAsync(
                    "pg_dump",
                    community.ConnectionString,
                    "",
                    "--no-owner",
                    "--inserts"
                );
                // Some versions bracket the dump with commands that others' psql does not know.
                await File.WriteAllLinesAsync(file, dump.Split('\n').Where(line => !line.StartsWith('\\')), Token);
            }
        }
    }

    private static async Task TellAsync(Community community)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var name in new[] { "ada", "ben", "cleo", "dora" })
        {
            people[name] = await community.InsertAsync(
                new NewMember(name, name) { Questions = name == "dora" ? ["Why me?"] : [] }
            );
        }

        await community.ConnectAsync(people["ada"], people["ben"], "Gladly. Shall we meet?", A.Letter());
        await community.MustAsync(people["ada"], new WriteMessage.Command("ben", "On Friday?"));
        await community.AskAsync(people["ada"], people["cleo"]);
        await community.ReportAsync(people["cleo"], people["ben"]);
        await community.MustAsync(people["ben"], new BlockMember.Command("cleo"));
        var letter = A.Letter() with { Answers = [new Answer("q1", "Your work on tides")] };
        var id = await community.DeliverAsync(people["ben"], people["dora"], letter);
        await community.MustAsync(
            people["dora"],
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply("Not this year.", "Ask me at the fair"))
        );
        await community.SuspendAsync(people["cleo"]);
        await community.RecordAsync(
            new AuditEntry
            {
                At = community.Clock.Now,
                Act = AuditAct.GrantedRole,
                SubjectId = people["dora"].Id,
                Reason = "The first moderator.",
            }
        );
    }

    // A member as that release made one. By SQL, since the database lacks the columns of later migrations.
    private static Task<(Person Person, string Stamp)> InsertUnconfirmedAsync(Community community, string file) =>
        community.InDatabaseAsync(async context =>
        {
            // No sequence of keys reaches this one.
            var (id, stamp) = (1_000_000L, Guid.NewGuid().ToString("N"));
            await CopyOfAdaAsync(
                context,
                file,
                "Accounts",
                ("Id", id),
                ("UserName", "stranger"),
                ("NormalizedUserName", "STRANGER"),
                ("Email", "stranger@example.org"),
                ("NormalizedEmail", "STRANGER@EXAMPLE.ORG"),
                ("EmailConfirmed", false),
                ("SecurityStamp", stamp),
                ("PasswordHash", new PasswordHasher<Account>().HashPassword(new Account(), A.Password))
            );
            await CopyOfAdaAsync(
                context,
                file,
                "Members",
                ("Id", id),
                ("Handle", "stranger"),
                ("DisplayName", "Somebody"),
                ("JoinedAt", community.Clock.Now)
            );
            return (new Person(id, "stranger", "Somebody", "stranger@example.org"), stamp);
        });

    // Copies the row of the member "ada", with other values in some columns. The table has the columns of that release.
    private static async Task CopyOfAdaAsync(
        ConnectGateContext context,
        string file,
        string table,
        params (string Column, object Value)[] others
    )
    {
#pragma warning disable EF1002, EF1003 // Only names of tables and columns, from here and from the database.
        var columns = await context
            .Database.SqlQueryRaw<string>(
                file.EndsWith(".db", StringComparison.Ordinal)
                    ? $"SELECT name AS \"Value\" FROM pragma_table_info('{table}')"
                    : $"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = '{table}'"
            )
            .ToListAsync(Token);
        var values = columns.Select(column =>
            Array.FindIndex(others, other => other.Column == column) is >= 0 and var place
                ? $"{{{place}}}"
                : $"\"{column}\""
        );
        await context.Database.ExecuteSqlRawAsync(
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
                + $"SELECT {string.Join(", ", values)} FROM \"{table}\" "
                + "WHERE \"Id\" = (SELECT \"Id\" FROM \"Members\" WHERE \"Handle\" = 'ada')",
            others.Select(other => other.Value),
            Token
        );
#pragma warning restore EF1002, EF1003
    }

    private static async Task<Community> LoadAsync(string file)
    {
        if (file.EndsWith(".sql", StringComparison.Ordinal))
        {
            var connectionString = await PostgresCluster.NewEmptyAsync();
            await PostgresCluster.ToolAsync(
                "psql",
                connectionString,
                await File.ReadAllTextAsync(file, Token),
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-o",
                "/dev/null"
            );
            return Community.Over(Database.Postgres, connectionString);
        }

        var copy = SqliteFiles.NewEmpty();
        File.Copy(file, new SqliteConnectionStringBuilder(copy).DataSource);
        return Community.Over(Database.Sqlite, copy);
    }

    private static async Task<Person> FindAsync(Community community, string handle)
    {
        var id = await community.InDatabaseAsync(context =>
            context.Members.Where(member => member.Handle == handle).Select(member => member.Id).SingleAsync(Token)
        );
        community.Clock.Advance(TimeSpan.FromHours(1)); // past the time at which the rows were written
        return new Person(id, handle, handle, $"{handle}@example.org");
    }

    private static TheoryData<string> FilesOf(string version) =>
        [
            .. new DirectoryInfo(Folder) is { Exists: true } folder
                ? folder.GetFiles($"{version}*").Select(file => file.Name).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>(),
        ];

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "Released")).FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
