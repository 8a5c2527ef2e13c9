using System.Diagnostics;
using System.Globalization;
using ConnectGate.Foundation.Data;
using ConnectGate.Gate;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>
/// Goal 10: measures the search for mutual connections of two members with 1,000 connections each, among as many rows
/// as a large community has. SQL creates the rows. All other members have equally many connections, scattered over the
/// table as they would be in practice.
/// </summary>
internal static class MutualLinks
{
    private const int Each = 40,
        Links = 1_000,
        Shared = 25,
        Times = 1_000,
        WarmUp = 500,
        Senders = 20;

    public static async Task RunAsync(long connections)
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-benchmarks-");
        var source = $"Data Source={Path.Combine(folder.FullName, "connectgate.db")}";
        var services = new ServiceCollection().AddLogging();
        services.AddConnectGate(source, new ConfigurationBuilder().Build());
        await using (var provider = services.BuildServiceProvider())
        {
            await ConnectGateDatabase.MigrateAsync(provider, CancellationToken.None);
            var members = connections * 2 / Each;
            var watch = Stopwatch.StartNew();
            await TemplatesAsync(provider);
            await FillAsync(source, members);
            Say(
                $"{connections:N0} connections among {members:N0} members, "
                    + $"{new FileInfo(Path.Combine(folder.FullName, "connectgate.db")).Length / 1e9:0.0} GB, made "
                    + $"in {watch.Elapsed.TotalSeconds:0} s"
            );

            var (one, other, twin) = (members + 1, members + 2, members + 3);
            await MeasureAsync(
                provider,
                $"two members with {Links:N0} connections each, {Shared} of them shared",
                one,
                _ => [other]
            );
            await MeasureAsync(provider, $"two members with {Links:N0} connections each, all of them shared", one, _ =>
                [twin]
            );
            await MeasureAsync(
                provider,
                $"an inbox page of {Senders} senders with {Each} connections each, of a reader with {Links:N0}",
                one,
                time =>
                    [
                        .. Enumerable
                            .Range(0, Senders)
                            .Select(sender => 3 + (time * 7_919L + sender * 104_729L) % (members - 3)),
                    ]
            );
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(ServiceProvider provider, string what, long viewer, Func<int, long[]> others)
    {
        await using var scope = provider.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        var (each, named, processor) = (new List<double>(), 0, TimeSpan.Zero);
        for (var time = -WarmUp; time < Times; time++)
        {
            var asked = others(time + WarmUp);
            processor = time == 0 ? Environment.CpuUsage.TotalTime : processor;
            var watch = Stopwatch.StartNew();
            var found = asked is [var other]
                ? [(await CommonGround.OfAsync(context, viewer, other, DateTime.UtcNow, CancellationToken.None)).Mutual]
                : (
                    await MutualConnections.OfAsync(context, viewer, asked, DateTime.UtcNow, CancellationToken.None)
                ).Values;
            if (time >= 0)
            {
                each.Add(watch.Elapsed.TotalMilliseconds);
                named += found.Sum(view => view.Members.Count);
            }
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        each.Sort();
        Say(
            $"mutual connections, {what}: median {each[each.Count / 2]:0.000} ms, p99 "
                + $"{each[(int)(each.Count * 0.99)]:0.000} ms, processor "
                + $"{processor.TotalMilliseconds / Times:0.000} ms each, named {(double)named / Times:0.0} (goal "
                + "10: 2 ms, aim 0.5 ms)"
        );
    }

    // The application writes one row of each table. SQL copies the other rows from it.
    private static async Task TemplatesAsync(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        for (var number = 1L; number <= 2; number++)
        {
            var handle = $"member-{number}";
            context.Users.Add(
                new Account
                {
                    Id = number,
                    UserName = handle,
                    NormalizedUserName = handle,
                    Email = handle,
                    NormalizedEmail = handle,
                    EmailConfirmed = true,
                }
            );
            context.Members.Add(
                Member.Register(
                    number,
                    Handle.Of(handle)!.Value,
                    $"Member {number}",
                    DigestFrequency.Never,
                    DateTime.UtcNow.AddDays(-300)
                )
            );
        }

        context.Connections.Add(
            Connection.Agreed(
                (1, null),
                (PersonalNote.Of(Notes.Own(1)), StatedReason.Of(Reason.Other, "For the benchmark")),
                (1, Side.OfTheAsker),
                (2, Side.OfTheAsker),
                DateTime.UtcNow.AddDays(-200)
            )
        );
        await context.SaveChangesAsync();
    }

    private static async Task FillAsync(string source, long members)
    {
        await using var raw = new SqliteConnection(source);
        await raw.OpenAsync();
        await RunAsync(raw, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
        await RunAsync(
            raw,
            """
            CREATE TEMP TABLE "TemplateOfMembers" AS SELECT * FROM "Members" WHERE "Id" = 1;
            CREATE TEMP TABLE "TemplateOfConnections" AS SELECT * FROM "Connections"
            """
        );
        var indexes = await IndexesAsync(raw);
        foreach (var (name, _) in indexes)
        {
            await RunAsync(raw, $"DROP INDEX \"{name}\"");
        }

        await RunAsync(
            raw,
            $"""
            WITH RECURSIVE Numbers(N) AS (SELECT 3 UNION ALL SELECT N + 1 FROM Numbers WHERE N < {members + 3})
            {await CopyAsync(
                raw,
                "Members",
                ("Id", "N"),
                ("Handle", "'member-' || N"),
                ("DisplayName", "'Member ' || N")
            )} CROSS JOIN Numbers
            """
        );

        // Member N is connected with N + Step for every step. Three further members have 1,000 connections each. The
        // second shares 25 of them with the first, and the third shares all.
        var steps = string.Join(", ", Enumerable.Range(1, Each / 2).Select(step => $"({step * 4_999L})"));
        await PairsAsync(
            raw,
            1,
            $"""
            SELECT min(N, (N + Step) % {members} + 1) AS Low, max(N, (N + Step) % {members} + 1) AS High
            FROM (SELECT column1 AS Step FROM (VALUES {steps}))
            CROSS JOIN (SELECT "Id" AS N FROM "Members" WHERE "Id" <= {members})
            """
        );
        foreach (var (hub, from) in new[] { (members + 1, 0), (members + 2, Links - Shared), (members + 3, 0) })
        {
            await PairsAsync(
                raw,
                hub * Links,
                $"SELECT 1 + (N + {from}) * 7919 % {members} AS Low, {hub} AS High "
                    + $"FROM (SELECT \"Id\" AS N FROM \"Members\" WHERE \"Id\" <= {Links})"
            );
        }

        foreach (var (_, sql) in indexes)
        {
            await RunAsync(raw, sql);
        }

        await RunAsync(raw, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task PairsAsync(SqliteConnection raw, long firstRequest, string pairs) =>
        await RunAsync(
            raw,
            $"""
            WITH Pairs AS ({pairs})
            {await CopyAsync(
                raw,
                "Connections",
                ("LowId", "Low"),
                ("HighId", "High"),
                ("AskedById", "Low"),
                ("RequestId", $"{firstRequest} + row_number() OVER ()")
            )}
            CROSS JOIN Pairs WHERE Low <> High AND (Low <> 1 OR High <> 2)
            """
        );

    private static async Task<string> CopyAsync(
        SqliteConnection raw,
        string table,
        params (string Column, string Value)[] changed
    )
    {
        await using var command = raw.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        columns.RemoveAll(column => column == "Id" && changed.All(value => value.Column != "Id"));
        var values = columns.Select(column =>
            changed.FirstOrDefault(value => value.Column == column).Value ?? $"\"{column}\""
        );
        var names = columns.Select(column => $"\"{column}\"");
        return $"""
            INSERT INTO "{table}" ({string.Join(", ", names)})
            SELECT {string.Join(", ", values)} FROM "TemplateOf{table}"
            """;
    }

    private static async Task<List<(string Name, string Sql)>> IndexesAsync(SqliteConnection raw)
    {
        await using var command = raw.CreateCommand();
        command.CommandText =
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Connections' AND sql IS NOT NULL";
        var indexes = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            indexes.Add((reader.GetString(0), reader.GetString(1)));
        }

        return indexes;
    }

    private static async Task RunAsync(SqliteConnection raw, string sql)
    {
        await using var command = raw.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }

    private static void Say(string line) => Console.WriteLine(line);
}
