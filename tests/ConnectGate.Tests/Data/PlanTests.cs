using System.Text.RegularExpressions;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Inbox.FirstSteps;
using ConnectGate.Desk.Notifications;
using ConnectGate.Desk.Notifications.Digests;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Mail;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Ties.Meetings;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

/// <summary>
/// What members and workers do every day never reads a whole table that grows with the community. The planner of SQLite
/// knows no sizes, so all such tables are judged there. The planner of PostgreSQL scans what is small, so only the
/// tables that the crowd fills are judged there.
/// </summary>
public abstract partial class PlanTests(Database database) : CommunityTests(database)
{
    private const int Members = 4_000;

    /// <summary>The tables that the crowd fills.</summary>
    protected static readonly string[] Filled = ["Requests", "Connections"];

    /// <summary>All tables that grow with the community.</summary>
    protected static readonly string[] Growing =
    [
        .. Filled,
        "Accounts",
        "AddressBook",
        "AddressBookEmails",
        "AgendaEntries",
        "Audit",
        "Blocks",
        "Cases",
        "Conversations",
        "IdempotencyKeys",
        "Introductions",
        "Invitations",
        "Meetings",
        "Members",
        "Memberships",
        "Messages",
        "NotesToSelf",
        "Notifications",
        "Offers",
        "OffersTo",
        "OutgoingMail",
        "Posts",
        "References",
        "Registrations",
        "Reports",
        "SentNoteKeys",
        "SentNotes",
        "Sessions",
        "TalkMessages",
        "Talks",
    ];

    /// <summary>Scans on purpose: the act, the table and the reason.</summary>
    private static readonly (string Act, string Table, string Reason)[] Deliberate =
    [
        ("search", "Members", "The list begins with all whom the member may find."),
        ("search", "Connections", "PostgreSQL collects all who share a connection with the member, once."),
        ("search by word", "Members", "A word can be anywhere in a name. It needs an index of parts of words."),
    ];

    private readonly List<(string Act, SqlCapture.Statement Statement)> _ran = [];

    [Fact]
    public async Task Among_200_000_requests_no_act_of_a_day_reads_a_whole_table()
    {
        var (ada, ben) = (await Community.InsertAsync(), await Community.InsertAsync());
        var cleo = await Community.InsertAsync();
        var introduced = await Crowd.MakeAsync(Community, Members, writer: ada, reader: ben, introducer: cleo);
        Assert.True(await Community.CountAsync<ConnectionRequest>() >= 200_000);

        await AskAsync(ada, ben);
        await DecideAsync(ada, ben, introduced);
        await LookAroundAsync(ada, ben);
        await ModerateAsync();
        await MeetAsync(ada, ben, cleo);
        await WorkAsync();

        var bad = (await PlansAsync()).Where(plan => plan.Scanned.Count > 0).Select(plan => plan.Words).ToList();
        Assert.True(bad.Count == 0, $"{bad.Count} plans scan:\n\n{string.Join("\n\n", bad)}");
    }

    private async Task ModerateAsync()
    {
        var moderator = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        foreach (var state in Enum.GetValues<CaseState>())
        {
            await HearAsync($"queue {state}", () => Community.QueryAsync(moderator, new ListCases.Query(state)));
            await HearAsync($"queue {state} by category", () =>
                Community.QueryAsync(moderator, new ListCases.Query(state, Category: ReportCategory.Other))
            );
        }
    }

    private async Task AskAsync(Person ada, Person ben)
    {
        var letter = A.AnotherLetter();
        await HearAsync("profile", () => Community.QueryAsync(ada, new ViewProfile.Query(ben.Handle)));
        await HearAsync("ask page", () => Community.QueryAsync(ada, new ComposeLetter.Query(ben.Handle)));
        await HearAsync("check", () => Community.QueryAsync(ada, new CheckRequest.Query(ben.Handle, letter)));
        await HearAsync("preview", () => Community.QueryAsync(ada, new PreviewLetter.Query(ben.Handle, letter)));
        var sent = await HearAsync("send", () => Community.AskAsync(ada, ben));
        await HearAsync("correct", () => Community.SendAsync(ada, new CorrectRequest.Command(sent, letter)));
        await HearAsync("sent", () => Community.QueryAsync(ada, new SentRequests.Query()));
        await HearAsync("take back", () => Community.MustAsync(ada, new WithdrawRequest.Command(sent)));
    }

    private async Task DecideAsync(Person ada, Person ben, string introduced)
    {
        var sent = await Community.AskAsync(ada, ben);
        Community.Advance(TimeSpan.FromMinutes(5));
        await HearAsync("inbox", () => Community.QueryAsync(ben, new ReviewInbox.Query()));
        await HearAsync("inbox by group", () =>
            Community.QueryAsync(ben, new ReviewInbox.Query(Filter: InboxFilter.SharedGroup))
        );
        await HearAsync("decided letters", () =>
            Community.QueryAsync(ben, new ReviewInbox.Query(Folder: InboxFolder.Decided))
        );
        await HearAsync("neighbours", () => Community.QueryAsync(ben, new FindNeighbours.Query(sent)));
        await HearAsync("next", () => Community.QueryAsync(ben, new FindNext.Query(sent)));
        await HearAsync("letter", () => Community.MustAsync(ben, new OpenRequest.Command(sent)));
        await HearAsync("introduced letter", () => Community.MustAsync(ben, new OpenRequest.Command(introduced)));
        await HearAsync("decline", () =>
            Community.MustAsync(ben, new DeclineRequest.Command(sent, ForGood: false, Reply: null))
        );
        await HearAsync("undo", () => Community.MustAsync(ben, new UndoDecision.Command(sent)));
        await HearAsync("talk", () => Community.MustAsync(ben, new WriteToSender.Command(sent, "Which tide was it?")));
        await HearAsync("answer", () => Community.MustAsync(ada, new AnswerRecipient.Command(sent, "The spring one.")));
        await HearAsync("see talk", () => Community.QueryAsync(ada, new ViewTalk.Query(sent)));
        await HearAsync("accept", () => Community.MustAsync(ben, Stories.Accept(sent, "Gladly.")));
        await HearAsync("report", () =>
            Community.MustAsync(ben, new ReportRequest.Command(introduced, ReportCategory.Spam, null))
        );
        Community.Advance(TimeSpan.FromMinutes(10));
    }

    private async Task LookAroundAsync(Person ada, Person ben)
    {
        await HearAsync("profile of a connection", () => Community.QueryAsync(ada, new ViewProfile.Query(ben.Handle)));
        await HearAsync("navigation", () => Community.QueryAsync(ben, new CountUnread.Query()));
        await HearAsync("page", () => Community.QueryAsync(null, new OpenPage.Query("no-such-session")));
        await HearAsync("first steps", () => Community.QueryAsync(ada, new ViewFirstSteps.Query()));
        await HearAsync("search", () => Community.QueryAsync(ada, new FindMembers.Query()));
        await HearAsync("search by word", () => Community.QueryAsync(ada, new FindMembers.Query("harbour")));
        await HearAsync("connections", () => Community.QueryAsync(ada, new ListConnections.Query()));
        await HearAsync("connection", () => Community.QueryAsync(ada, new ViewConnection.Query(ben.Handle)));
        await HearAsync("their connections", () => Community.QueryAsync(ada, new ConnectionsOf.Query(ben.Handle)));
        await HearAsync("conversations", () => Community.QueryAsync(ada, new ListConversations.Query()));
        await HearAsync("conversation", () => Community.QueryAsync(ada, new ReadConversation.Query(ben.Handle)));
        await HearAsync("write", () => Community.MustAsync(ada, new WriteMessage.Command(ben.Handle, "Thank you.")));
        await HearAsync("read", () => Community.MustAsync(ben, new MarkConversationRead.Command(ada.Handle)));
        await HearAsync("notifications", () => Community.QueryAsync(ada, new ListNotifications.Query()));
        await HearAsync("read notifications", () => Community.MustAsync(ada, new MarkNotificationsRead.Command()));
        await HearAsync("settings", () => Community.QueryAsync(ada, new EditSettings.Query()));
        await HearAsync("sessions", () => Community.QueryAsync(ada, new ListSessions.Query()));
        await HearAsync("address book", () => Community.QueryAsync(ada, new ViewAddressBook.Query()));
        await HearAsync("asked for introductions", () => Community.QueryAsync(ada, new ListAsks.Query()));
        await HearAsync("offered introductions", () => Community.QueryAsync(ada, new ListMyOffers.Query()));
        await HearAsync("references", () => Community.QueryAsync(ada, new ListReferences.Query()));
        await HearAsync("blocked members", () => Community.QueryAsync(ada, new ListBlocked.Query()));
    }

    private async Task MeetAsync(Person ada, Person ben, Person cleo)
    {
        var made = await HearAsync("make group", () =>
            Community.MustAsync(
                ada,
                new MakeGroup.Command(GroupKind.Group, new GroupDetails("The lock keepers", "", null, null, null))
            )
        );
        await HearAsync("groups", () => Community.QueryAsync(ada, new ListGroups.Query(GroupKind.Group)));
        await HearAsync("group", () => Community.QueryAsync(ada, new ViewGroup.Query(made.Id)));
        await HearAsync("roster", () => Community.QueryAsync(ada, new ViewRoster.Query(made.Id)));
        await HearAsync("noticeboard", () => Community.QueryAsync(ada, new ReadNoticeboard.Query(made.Id)));
        await HearAsync("met lately", () => Community.QueryAsync(ada, new ListMetLately.Query()));
        await HearAsync("meet", () => AllAsync(() => Community.MeetAsync(ada, cleo)));
        await HearAsync("let go", () => Community.MustAsync(ada, new LetGo.Command(ben.Handle)));
        await HearAsync("block", () => Community.MustAsync(ada, new BlockMember.Command(ben.Handle)));
        await HearAsync("unblock", () => Community.MustAsync(ada, new UnblockMember.Command(ben.Handle)));
    }

    private async Task WorkAsync()
    {
        Community.Advance(TimeSpan.FromDays(8)); // digests are due
        await HearAsync("digests", () => Community.MustAsync(null, new SendDigests.Command()));
        await HearAsync("mail", () => Community.MustAsync(null, new ClaimMail.Command()));
        await HearAsync("old outcomes", () => Community.MustAsync(null, new ForgetOutcomes.Command()));
        await HearAsync("slice of an address book", () => Community.MustAsync(null, new SaveSlice.Command()));
    }

    private static async Task<int> AllAsync(Func<Task> acts)
    {
        await acts();
        return 0;
    }

    /// <summary>Asks for the plan of the statement that follows.</summary>
    protected abstract string Explain { get; }

    /// <summary>The column of the answer that holds the text.</summary>
    protected abstract int PlanColumn { get; }

    /// <summary>Whether the plan reads a whole table.</summary>
    /// <param name="plan">Its steps, a line each.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="alias">What the statement calls it.</param>
    protected abstract bool ReadsAll(string plan, string table, string alias);

    /// <summary>The tables whose plans are judged.</summary>
    protected abstract string[] Judged { get; }

    private async Task<List<(string Words, List<string> Scanned)>> PlansAsync() =>
        await Community.InDatabaseAsync(async context =>
        {
            await context.Database.OpenConnectionAsync(Token);
            var plans = new List<(string, List<string>)>();
            foreach (var (act, statement) in _ran.DistinctBy(one => (one.Act, one.Statement.Text)))
            {
                if (!Judged.Any(table => Names(statement.Text, table)))
                {
                    continue;
                }

                var plan = await ExplainAsync(context, statement);
                var scanned = Judged
                    .Where(table => !Deliberate.Any(one => one.Act == act && one.Table == table))
                    .Where(table => Scans(statement.Text, plan, table))
                    .ToList();
                plans.Add(($"{act} ({string.Join(", ", scanned)}): {OneLine(statement.Text)}\n{plan}", scanned));
            }

            return plans;
        });

    private static bool Names(string sql, string table) => sql.Contains($"\"{table}\"", StringComparison.Ordinal);

    private bool Scans(string sql, string plan, string table) =>
        Names(sql, table)
        && (ReadsAll(plan, table, table) || Aliases(table, sql).Any(alias => ReadsAll(plan, table, alias)));

    private static IEnumerable<string> Aliases(string table, string sql) =>
        from match in Alias().Matches(sql)
        where match.Groups["table"].Value == table
        select match.Groups["alias"].Value;

    // A flow of calls of its own, so that listening ends with it. EF sends several changes as one command.
    private async Task<T> HearAsync<T>(string act, Func<Task<T>> work)
    {
        var heard = Community.Sql.ListenWithValues();
        var result = await work();
        _ran.AddRange(
            from statement in heard
            from text in statement.Text.Split(";\n", StringSplitOptions.TrimEntries)
            where text.Length > 0 && !text.StartsWith("INSERT", StringComparison.Ordinal)
            select (act, statement with { Text = text })
        );
        return result;
    }

    private async Task<string> ExplainAsync(ConnectGateContext context, SqlCapture.Statement statement)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"{Explain} {statement.Text}";
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var plan = await command.ExecuteReaderAsync(Token);
        while (await plan.ReadAsync(Token))
        {
            steps.Add($"    {plan.GetString(PlanColumn)}");
        }

        return string.Join('\n', steps);
    }

    private static string OneLine(string sql) => string.Join(' ', sql.Split('\n', StringSplitOptions.TrimEntries));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [GeneratedRegex(
        """
            "(?<table>\w+)" AS "?(?<alias>\w+)"?
            """
    )]
    private static partial Regex Alias();
}

public sealed class PlanTestsOnSqlite() : PlanTests(Database.Sqlite)
{
    protected override string Explain => "EXPLAIN QUERY PLAN";

    protected override int PlanColumn => 3;

    protected override string[] Judged => Growing;

    // Also where it reads an index from end to end.
    protected override bool ReadsAll(string plan, string table, string alias) =>
        Regex.IsMatch(plan, $@"^\s*SCAN {alias}( |$)", RegexOptions.Multiline | RegexOptions.NonBacktracking);
}

public sealed class PlanTestsOnPostgres() : PlanTests(Database.Postgres)
{
    protected override string Explain => "EXPLAIN";

    protected override int PlanColumn => 0;

    protected override string[] Judged => Filled;

    // Also where it reads an index from end to end: without a condition on the line below.
    protected override bool ReadsAll(string plan, string table, string alias) =>
        plan.Contains($"Seq Scan on \"{table}\"", StringComparison.Ordinal)
        || Regex.IsMatch(
            plan,
            $@"Index (Only )?Scan .*on ""{table}"".*\n(?!\s*Index Cond)",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
}
