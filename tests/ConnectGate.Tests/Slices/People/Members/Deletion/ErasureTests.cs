using ConnectGate.Care.Administration.Imports;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Desk.Conversations;
using ConnectGate.Foundation.Audit;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Figures;
using ConnectGate.Foundation.Portability;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Former;
using ConnectGate.People.Accounts.Keys;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.People.Members.Deletion;
using ConnectGate.Tests.Slices.Desk.Portability;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.People.Members.Deletion;

/// <summary>What is left of a member after the 14 days.</summary>
public abstract class ErasureTests(Database database) : CommunityTests(database)
{
    // Tables that no part answers for.
    private static readonly Dictionary<Type, string> NoPart = new()
    {
        [typeof(Conversation)] = "stays with the other member",
        [typeof(Message)] = "stays with the other member",
        [typeof(AuditEntry)] = "keeps ids; nobody changes an entry",
        [typeof(SignInTries)] = "counts by a hash, gone within an hour",
        [typeof(DataProtectionKey)] = "the server's keys",
        [typeof(ServerSecret)] = "the key of the hashes",
        [typeof(Node)] = "a server that runs",
        [typeof(DoneRefresh)] = "what the server has done to the database",
        [typeof(DayCount)] = "counts by day without a member",
        [typeof(NoteTemplate)] = "belongs to the community",
        [typeof(NoteTemplateKey)] = "belongs to the community",
        [typeof(CommunityRule)] = "belongs to the community",
        [typeof(MemberImport)] = "the host's file: its bad rows, until the next file",
        [typeof(MemberImportSlice)] = "rows of the host's file, until they are applied",
    };

    // Columns in which the member's words are left, and why.
    private static readonly Dictionary<string, string> Left = new(StringComparer.Ordinal)
    {
        ["Connections.Note"] = "the letter that made a connection, with the other member",
        ["Messages.Text"] = "a conversation, with the other member",
        ["Requests.Note"] = "a letter that its recipient opened",
        ["Requests.Answers"] = "the member's question, with the answer in another member's letter",
        ["Requests.IntroductionWords"] = "the words of a connector, with another member's letter",
        ["Introductions.Words"] = "the words of a connector, with another member's letter",
        ["Requests.ReplyText"] = "the reply that the sender of a letter has read",
        ["TalkMessages.Text"] = "the talk about another member's letter",
        ["Reports.Evidence"] = "the member's question, in evidence on the letter of another member",
    };

    [Fact]
    public async Task Every_table_has_a_part_or_a_reason()
    {
        var parts = await Community.InScopeAsync(null, null, services =>
            Task.FromResult(services.GetServices<IErases>().SelectMany(part => part.Outcomes.Keys).ToList())
        );
        var entities = await Community.InDatabaseAsync(context =>
            Task.FromResult(
                context.Model.GetEntityTypes().Where(type => !type.IsOwned()).Select(type => type.ClrType).ToHashSet()
            )
        );

        Assert.Equal(parts.Count, parts.Distinct().Count());
        Assert.Equal("", Names(entities.Except(parts).Except(NoPart.Keys)));
        Assert.Equal("", Names(parts.Intersect(NoPart.Keys)));
        Assert.Equal("", Names(parts.Concat(NoPart.Keys).Except(entities)));
    }

    [Fact]
    public async Task A_scan_of_the_whole_database_finds_only_what_stays_with_others()
    {
        var me = await Community.InsertQuillonAsync();
        var before = await ScanAsync();
        Assert.InRange(before.Count, 30, 60);

        await Community.EraseAsync(me);

        Assert.Equal(
            string.Join('\n', Left.Keys.Order(StringComparer.Ordinal)),
            string.Join('\n', (await ScanAsync()).Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public async Task Nothing_is_erased_before_the_time_and_a_second_round_changes_nothing()
    {
        var me = await Community.InsertQuillonAsync();
        var until = await Community.DeleteAsync(me);
        Community.Advance(Account.MayStayFor - TimeSpan.FromSeconds(1));
        Assert.False((await Community.MustAsync(null, new EraseMember.Command())).Any);
        Assert.Equal(SignIn.Standing.Leaves, (await Community.SignInAsync(me.Email, A.Password)).Standing);
        Community.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(until, Community.Clock.Now);

        Assert.True((await Community.MustAsync(null, new EraseMember.Command())).Any);

        var after = await Community.CountEveryTableAsync();
        Assert.False((await Community.MustAsync(null, new EraseMember.Command())).Any);
        Assert.Equal(after, await Community.CountEveryTableAsync());
        Assert.Equal(
            await Community.SignInAsync("nobody@example.org", A.Password),
            await Community.SignInAsync(me.Email, A.Password)
        );
        var other = await Community.InsertAsync();
        Assert.Empty((await Community.QueryAsync(other, new FindMembers.Query("Former member"))).Items);
        var handle = await Community.InDatabaseAsync(context =>
            context.Members.Where(member => member.Id == me.Id).Select(member => member.Handle).SingleAsync()
        );
        Assert.Null(await Community.QueryAsync(other, new ViewProfile.Query(handle)));
    }

    [Fact]
    public async Task Of_two_nodes_one_erases_a_member_who_does_not_keep_the_account_at_the_same_moment()
    {
        for (var trial = 0; trial < 8; trial++)
        {
            var me = await Community.InsertAsync(A.Member() with { CanSignIn = true });
            await Community.DeleteAsync(me);
            Community.Advance(Account.MayStayFor);
            var keep = (await Community.SignInAsync(me.Email, A.Password)).Keep;
            var erased = Enumerable
                .Range(0, 2)
                .Select(_ => Task.Run(() => Community.MustAsync(null, new EraseMember.Command())));
            var kept = Task.Run(() => Community.SendAsync(null, new KeepAccount.Command(keep)));
            await Task.WhenAll([.. erased, kept]);

            var account = await Community.InDatabaseAsync(context =>
                context.Users.AsNoTracking().SingleAsync(account => account.Id == me.Id)
            );
            Assert.Equal((await kept).Succeeded, account.FormerAddress is null);
            Assert.Equal((await kept).Succeeded, account.IsIn);
        }
    }

    // The names of the columns that have the mark, in any table.
    private Task<List<string>> ScanAsync() =>
        Community.InDatabaseAsync(async context =>
        {
            var columns = await context
                .Database.SqlQueryRaw<string>(
                    Database == Database.Sqlite
                        ? """
                        SELECT t.name || '.' || c.name AS "Value" FROM sqlite_master t
                        JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'TEXT'
                        """
                        : """
                        SELECT table_name || '.' || column_name AS "Value" FROM information_schema.columns
                        WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'jsonb')
                        """
                )
                .ToListAsync();
            var found = new List<string>();
            foreach (var column in columns)
            {
                var parts = column.Split('.');
#pragma warning disable EF1002 // Only names of tables and columns, from the database.
                var any = await context
                    .Database.SqlQueryRaw<int>(
                        $"""
                        SELECT count(*) AS "Value" FROM "{parts[0]}"
                        WHERE lower(CAST("{parts[1]}" AS text)) LIKE '%quillon%'
                        """
                    )
                    .SingleAsync();
#pragma warning restore EF1002
                if (any > 0)
                {
                    found.Add(column);
                }
            }

            return found;
        });

    private static string Names(IEnumerable<Type> types) =>
        string.Join(", ", types.Select(type => type.Name).Order(StringComparer.Ordinal));
}

public sealed class ErasureTestsOnSqlite() : ErasureTests(Database.Sqlite);

public sealed class ErasureTestsOnPostgres() : ErasureTests(Database.Postgres);
