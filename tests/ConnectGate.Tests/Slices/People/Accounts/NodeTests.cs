using System.Diagnostics;
using ConnectGate.People.Accounts.Keys;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.People.Accounts;

/// <summary>A node announces itself. One with another certificate is refused while the first one lives.</summary>
public abstract class NodeTests(Database database) : CommunityTests(database)
{
    private const string Elsewhere = "another-machine";

    private static readonly AnnounceNode.Command First = new("first", Elsewhere, 1, "A");

    [Fact]
    public async Task A_node_with_another_certificate_is_refused_until_the_first_was_not_seen_for_a_minute()
    {
        await Community.MustAsync(null, First);
        Community.Advance(TimeSpan.FromSeconds(20));

        var refusal = Assert.Single((await Community.SendAsync(null, Another())).Refusals);
        Assert.Equal("another-certificate", refusal.Code);
        Assert.Contains(Elsewhere, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("in 40 seconds", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Community.CountAsync<Node>());

        Community.Advance(TimeSpan.FromSeconds(41));
        await Community.MustAsync(null, Another());
        Assert.Equal(1, await Community.CountAsync<Node>());
    }

    [Fact]
    public async Task A_node_that_announces_itself_again_goes_on_counting()
    {
        await Community.MustAsync(null, First);
        Community.Advance(TimeSpan.FromSeconds(50));
        await Community.MustAsync(null, First);
        Community.Advance(TimeSpan.FromSeconds(50));

        Assert.False((await Community.SendAsync(null, Another())).Succeeded);
        await Community.MustAsync(null, First with { Id = "second" });
        Assert.Equal(2, await Community.CountAsync<Node>());
    }

    [Fact]
    public async Task A_node_that_stopped_or_crashed_on_this_machine_keeps_nobody_out()
    {
        await Community.MustAsync(null, First);
        await Community.MustAsync(null, new ForgetNode.Command(First.Id));
        var here = First with { Machine = Environment.MachineName };

        await Community.MustAsync(null, here with { ProcessId = await EndedProcessAsync() });
        await Community.MustAsync(null, here with { Id = "in a container", ProcessId = Environment.ProcessId });
        await Community.MustAsync(null, Another());

        Assert.Equal(1, await Community.CountAsync<Node>());
    }

    [Fact]
    public async Task Of_two_that_start_at_the_same_moment_one_is_refused()
    {
        await using var other = Community.OtherNode();
        for (var time = 0; time < 20; time++)
        {
            var outcomes = await Task.WhenAll(
                Task.Run(() => Community.SendAsync(null, First)),
                Task.Run(() => other.SendAsync(null, Another()))
            );

            Assert.Single(outcomes, outcome => outcome.Succeeded);
            await Community.InDatabaseAsync(context =>
                context.Nodes.ExecuteDeleteAsync(TestContext.Current.CancellationToken)
            );
        }
    }

    private static AnnounceNode.Command Another() => First with { Id = "another", Certificate = "B" };

    private static async Task<int> EndedProcessAsync()
    {
        using var process = Process.Start("true");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.Id;
    }
}

public sealed class NodeTestsOnSqlite() : NodeTests(Database.Sqlite);

public sealed class NodeTestsOnPostgres() : NodeTests(Database.Postgres);
