using System.Text.RegularExpressions;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Notifications;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Data;

/// <summary>What a member does every day never reads a whole table that grows with the community.</summary>
public abstract partial class PlanTests(Database database) : CommunityTests(database)
{
    private static readonly string[] Tables = ["Requests", "Connections"];

    private readonly List<(string Act, SqlCapture.Statement Statement)> _ran = [];

    [Fact]
    public async Task Among_50_000_requests_no_act_of_a_day_reads_them_all()
    {
        var (ada, ben) = (await Community.InsertAsync(), await Community.InsertAsync());
        var cleo = await Community.InsertAsync();
        var introduced = await Crowd.MakeAsync(Community, members: 1_000, writer: ada, reader: ben, introducer: cleo);
        Assert.True(await Community.CountAsync<ConnectionRequest>() > 50_000);

        await HearAsync("profile", () => Community.QueryAsync(ada, new ViewProfile.Query(ben.Handle)));
        await HearAsync("ask page", () => Community.QueryAsync(ada, new ComposeLetter.Query(ben.Handle)));
        var letter = A.AnotherLetter();
        await HearAsync("check", () => Community.QueryAsync(ada, new CheckRequest.Query(ben.Handle, letter)));
        var sent = await HearAsync("send", () => Community.AskAsync(ada, ben));
        Community.Advance(TimeSpan.FromMinutes(5));
        await HearAsync("navigation", () => Community.QueryAsync(ben, new CountUnread.Query()));
        await HearAsync("letter", () => Community.MustAsync(ben, new OpenRequest.Command(sent)));
        await HearAsync("introduced letter", () => Community.MustAsync(ben, new OpenRequest.Command(introduced)));
        await HearAsync("accept", () => Community.MustAsync(ben, Stories.Accept(sent)));
        Community.Advance(TimeSpan.FromMinutes(10));
        await HearAsync("profile of a connection", () => Community.QueryAsync(ada, new ViewProfile.Query(ben.Handle)));

        Assert.Equal(9, _ran.Select(one => one.Act).Distinct(StringComparer.Ordinal).Count());
        var plans = new List<(string Words, bool ReadsAll)>();
        foreach (var (act, statement) in _ran)
        {
            var plan = await ExplainAsync(statement);
            plans.Add(($"{act}: {OneLine(statement.Text)}\n{plan}", ReadsAll(statement.Text, plan)));
        }

        TestContext.Current.AddAttachment("plans", string.Join("\n\n", plans.Select(plan => plan.Words)));
        var bad = plans.Where(plan => plan.ReadsAll).Select(plan => plan.Words).ToList();
        Assert.True(bad.Count == 0, string.Join("\n\n", bad));
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

    private bool ReadsAll(string sql, string plan) =>
        Tables.Any(table =>
            ReadsAll(plan, table, table) || Aliases(table, sql).Any(alias => ReadsAll(plan, table, alias))
        );

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
            where Tables.Any(table => text.Contains($"\"{table}\"", StringComparison.Ordinal))
            select (act, statement with { Text = text })
        );
        return result;
    }

    private Task<string> ExplainAsync(SqlCapture.Statement statement) =>
        Community.InDatabaseAsync(async context =>
        {
            await context.Database.OpenConnectionAsync(Token);
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
        });

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

    // Also where it reads an index from end to end.
    protected override bool ReadsAll(string plan, string table, string alias) =>
        Regex.IsMatch(plan, $@"^\s*SCAN {alias}( |$)", RegexOptions.Multiline | RegexOptions.NonBacktracking);
}

public sealed class PlanTestsOnPostgres() : PlanTests(Database.Postgres)
{
    protected override string Explain => "EXPLAIN";

    protected override int PlanColumn => 0;

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
