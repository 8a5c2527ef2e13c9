using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>
/// Many members with many requests and connections. The database copies them from one row of each table that the
/// application wrote, so that 50,000 requests take about a second or two.
/// </summary>
internal sealed class Crowd(ConnectGateContext context, DateTime now)
{
    /// <summary>How many requests each member of the crowd sent.</summary>
    public const int Each = 50;

    // The members of the test itself have smaller ids.
    private const long First = 1_000_001;
    private const int ConnectionsEach = 20,
        OfOneMember = 60;

    private static readonly string[] Ended = ["Expired", "DeclinedNotNow", "DeclinedForGood", "Withdrawn"];

    /// <summary>Fills a community; all requests among the crowd are ended, within the last year.</summary>
    /// <param name="community">Where.</param>
    /// <param name="members">How many; more than sixty.</param>
    /// <param name="writer">Wrote to sixty of the crowd, months ago.</param>
    /// <param name="reader">Has a letter of each of these sixty.</param>
    /// <param name="introducer">Introduced these letters.</param>
    /// <returns>The public id of one of the letters to the reader.</returns>
    public static async Task<string> MakeAsync(
        Community community,
        int members,
        Person writer,
        Person reader,
        Person introducer
    )
    {
        var (one, other) = (await community.InsertAsync(), await community.InsertAsync());
        await community.AskAsync(one, other);
        await community.InsertConnectionAsync(one, other);
        return await community.InDatabaseAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            if (context.Database.IsNpgsql())
            {
                // The rows are right by construction. To look up the key of each reference takes longer than the rows.
                await context.Database.ExecuteSqlRawAsync("SET LOCAL session_replication_role = replica", Token);
            }

            var crowd = new Crowd(context, community.Clock.Now);
            await crowd.ComeAsync(members);
            await crowd.AskEachOtherAsync(members);
            await crowd.ConnectAsync(members);
            var letter = await crowd.AskAsync(writer, reader, introducer);
            await transaction.CommitAsync(Token);
            if (context.Database.IsNpgsql())
            {
                await context.Database.ExecuteSqlRawAsync("ANALYZE", Token);
            }

            return letter;
        });
    }

    private async Task ComeAsync(int members)
    {
        var numbers = $"""
            (WITH RECURSIVE n AS (
                SELECT {First} AS "Id" UNION ALL SELECT "Id" + 1 FROM n WHERE "Id" < {First + members - 1})
            SELECT "Id" FROM n) AS m
            """;
        string[] names = ["UserName", "NormalizedUserName", "Email", "NormalizedEmail"];
        await CopyAsync<Account>(numbers, [("Id", "m.\"Id\""), .. names.Select(name => (name, Name("crowd")))]);
        await CopyAsync<Member>(
            numbers,
            [("Id", "m.\"Id\""), ("Handle", Name("crowd")), ("DisplayName", Name("Crowd"))]
        );
    }

    private async Task AskEachOtherAsync(int members)
    {
        for (var step = 1; step <= Each; step++)
        {
            var introducedBy = step % 10 == 0 ? Next(members, step + 1) : null;
            await RequestsAsync(
                All(),
                ("m.\"Id\"", Next(members, step)),
                step,
                now.AddDays(-30 - step * 7),
                Ended[step % Ended.Length],
                introducedBy
            );
        }
    }

    private async Task ConnectAsync(int members)
    {
        for (var step = 1; step <= ConnectionsEach; step++)
        {
            var (low, high) = InOrder("m.\"Id\"", Next(members, step));
            await CopyAsync<Connection>(
                All(),
                [
                    ("LowId", low),
                    ("HighId", high),
                    ("AskedById", "m.\"Id\""),
                    ("RequestId", $"m.\"Id\" * {Each} + {step}"),
                ]
            );
        }
    }

    private async Task<string> AskAsync(Person writer, Person reader, Person introducer)
    {
        var some = $"{All()} AND m.\"Id\" < {First + OfOneMember}";
        await RequestsAsync(
            some,
            ($"{writer.Id}", "m.\"Id\""),
            Each + 1,
            now.AddDays(-100),
            "Expired",
            introducedBy: null
        );
        await RequestsAsync(
            some,
            ("m.\"Id\"", $"{reader.Id}"),
            Each + 2,
            now.AddDays(-2),
            "Waiting",
            $"{introducer.Id}"
        );
        return $"{Each + 2}-{First}";
    }

    private Task RequestsAsync(
        string from,
        (string Sender, string Recipient) pair,
        int batch,
        DateTime sentAt,
        string state,
        string? introducedBy
    )
    {
        var (low, high) = InOrder(pair.Sender, pair.Recipient);
        return CopyAsync<ConnectionRequest>(
            from,
            [
                ("PublicId", Name($"{batch}")),
                ("State", $"'{state}'"),
                ("SenderId", pair.Sender),
                ("RecipientId", pair.Recipient),
                ("LowId", low),
                ("HighId", high),
                ("SentAt", "{0}"),
                ("ChangeableUntil", "{0}"),
                ("DeliverAt", "{0}"),
                ("ExpiresAt", "{1}"),
                ("IntroducedById", introducedBy ?? "NULL"),
                ("IntroductionWords", introducedBy is null ? "NULL" : "'They met at the harbour.'"),
            ],
            sentAt,
            sentAt.AddDays(21)
        );
    }

    private static string All() => $"\"Members\" AS m WHERE m.\"Id\" >= {First}";

    private static string Next(int members, int step) => $"({First} + (m.\"Id\" - {First} + {step}) % {members})";

    private static string Name(string prefix) => $"'{prefix}-' || CAST(m.\"Id\" AS TEXT)";

    private static (string Low, string High) InOrder(string one, string other) =>
        (
            $"CASE WHEN {one} < {other} THEN {one} ELSE {other} END",
            $"CASE WHEN {one} < {other} THEN {other} ELSE {one} END"
        );

    // Copies the newest row of the application's own for each row of that source, with these values changed.
    private async Task CopyAsync<T>(string from, (string Column, string Value)[] values, params object[] arguments)
    {
        var table = context.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table;
        var changed = values.ToDictionary(value => value.Column, value => value.Value, StringComparer.Ordinal);
        var columns = table
            .Columns.Select(column => column.Name)
            .Where(column => column != "Id" || changed.ContainsKey("Id"))
            .ToList();
        var chosen = columns.Select(column => changed.GetValueOrDefault(column) ?? $"t.\"{column}\"");
#pragma warning disable EF1002 // Only names from the model and expressions from this file.
        await context.Database.ExecuteSqlRawAsync(
            $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", chosen)}
            FROM (SELECT * FROM "{table.Name}" WHERE "Id" < {First} ORDER BY "Id" DESC LIMIT 1) AS t, {from}
            """,
            arguments,
            Token
        );
#pragma warning restore EF1002
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
