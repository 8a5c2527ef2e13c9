using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Letters.Introductions;

/// <summary>Whatever the timing, exactly one outcome.</summary>
public abstract class IntroductionRaceTests(Database database) : CommunityTests(database)
{
    private const int Trials = 25;

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:SendAttempts"] = "10000" };

    [Fact]
    public Task A_withdrawal_wins_over_passing_on() =>
        RaceAsync(
            trial => DoneAsync(trial.Connector, new PassOn.Command(trial.Id, IntroductionStories.Words)),
            trial => DoneAsync(trial.Requester, new WithdrawRequest.Command(trial.Id)),
            (_, withdrawn, state) => withdrawn && state == RequestState.Withdrawn
        );

    [Fact]
    public Task Passed_on_twice_at_once_it_arrives_once() =>
        RaceAsync(
            trial => DoneAsync(trial.Connector, new PassOn.Command(trial.Id, IntroductionStories.Words)),
            trial => DoneAsync(trial.Connector, new PassOn.Command(trial.Id, IntroductionStories.Words)),
            (one, other, state) => one != other && state == RequestState.Waiting
        );

    [Fact]
    public Task A_block_wins_over_passing_on() =>
        RaceAsync(
            trial => DoneAsync(trial.Connector, new PassOn.Command(trial.Id, IntroductionStories.Words)),
            trial => DoneAsync(trial.Recipient, new BlockMember.Command(trial.Requester.Handle)),
            (passedOn, blocked, state) => passedOn && blocked && state == RequestState.Closed
        );

    [Fact]
    public async Task A_connector_with_four_asks_gets_one_of_five_at_once()
    {
        for (var trial = 0; trial < 5; trial++)
        {
            var connector = await Community.InsertAsync();
            for (var number = 0; number < 4; number++)
            {
                await Community.AskThroughAsync(
                    await ConnectedAsync(connector),
                    connector,
                    await Community.InsertAsync()
                );
            }

            var acts = new List<Func<Task<Outcome<SendRequest.Receipt>>>>();
            for (var number = 0; number < 5; number++)
            {
                var (requester, recipient) = (await ConnectedAsync(connector), await Community.InsertAsync());
                acts.Add(() =>
                    Community.SendAsync(
                        requester,
                        new AskForIntroduction.Command(recipient.Handle, connector.Handle, A.Letter())
                    )
                );
            }

            var outcomes = await Task.WhenAll(acts.Select(act => Task.Run(act)));

            Assert.Single(outcomes, outcome => outcome.Succeeded);
            Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome =>
                Assert.Equal("connector-busy", Assert.Single(outcome.Refusals).Code)
            );
        }
    }

    private async Task RaceAsync(
        Func<Asked, Task<bool>> one,
        Func<Asked, Task<bool>> other,
        Func<bool, bool, RequestState, bool> legal
    )
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var (connector, recipient) = await Community.InsertTwoAsync();
            var requester = await ConnectedAsync(connector);
            var asked = new Asked(
                requester,
                connector,
                recipient,
                await Community.AskThroughAsync(requester, connector, recipient)
            );

            var done = await Task.WhenAll(Task.Run(() => one(asked)), Task.Run(() => other(asked)));

            var state = await Community.InDatabaseAsync(context =>
                context.Requests.Where(sent => sent.PublicId == asked.Id).Select(sent => sent.State).SingleAsync()
            );
            Assert.True(legal(done[0], done[1], state), $"{done[0]} {done[1]} {state}");
        }
    }

    private async Task<Person> ConnectedAsync(Person connector)
    {
        var requester = await Community.InsertAsync();
        await Community.InsertConnectionAsync(requester, connector);
        return requester;
    }

    private async Task<bool> DoneAsync<T>(Person person, ICommand<T> command)
    {
        try
        {
            return (await Community.SendAsync(person, command)).Succeeded;
        }
        catch (IllegalTransitionException)
        {
            return false;
        }
    }

    private sealed record Asked(Person Requester, Person Connector, Person Recipient, string Id);
}

public sealed class IntroductionRaceTestsOnSqlite() : IntroductionRaceTests(Database.Sqlite);

public sealed class IntroductionRaceTestsOnPostgres() : IntroductionRaceTests(Database.Postgres);
