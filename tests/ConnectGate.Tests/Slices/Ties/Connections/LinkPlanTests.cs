using System.Text.RegularExpressions;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Tests.Slices.Ties.Connections;

/// <summary>
/// SQLite finds mutual connections in ranges of two covering indexes. It reads no row of the table.
/// </summary>
public sealed partial class LinkPlanTests() : CommunityTests(Database.Sqlite)
{
    [Theory, InlineData(1), InlineData(20)]
    public async Task Mutual_connections_read_no_row_of_a_connection(int others)
    {
        var sql = await Community.InDatabaseAsync(async context =>
        {
            var heard = Community.Sql.Listen();
            await (
                others == 1
                    ? CommonGround.OfAsync(context, 1, 2, Community.Clock.Now, TestContext.Current.CancellationToken)
                    : (Task)
                        MutualConnections.OfAsync(
                            context,
                            1,
                            [.. Enumerable.Range(2, others).Select(id => (long)id)],
                            Community.Clock.Now,
                            TestContext.Current.CancellationToken
                        )
            );
            return heard[^1];
        });

        await using var connection = new SqliteConnection(Community.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (
            var parameter in Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)
        )
        {
            command.Parameters.AddWithValue(parameter, 1);
        }

        var steps = new List<string>();
        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await plan.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(plan.GetString(3));
        }

        var onConnections = steps.Where(step => OfConnections().IsMatch(step)).ToList();
        Assert.True(onConnections.Count >= 4, string.Join('\n', steps));
        Assert.All(onConnections, step =>
            Assert.Matches(
                "^SEARCH c\\d* USING COVERING INDEX IX_Connections_(LowId_NamedFrom_HighId|HighId_NamedFrom_LowId) ",
                step
            )
        );
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(SEARCH|SCAN) c\d*( |$)")]
    private static partial Regex OfConnections();
}
