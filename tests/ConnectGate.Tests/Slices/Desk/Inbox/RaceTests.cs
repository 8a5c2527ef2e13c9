using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

/// <summary>
/// Simultaneous acts have exactly one outcome. The clock does not move, so every acceptance is within its grace.
/// </summary>
public abstract class RaceTests(Database database) : CommunityTests(database)
{
    private const int Trials = 50;

    [Fact]
    public Task One_of_two_acceptances_is_done() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            (one, other, state, connections, messages) =>
                one != other && state == RequestState.Accepted && connections == 1 && messages == 2
        );

    [Fact]
    public Task A_withdrawal_wins_over_an_acceptance() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Sender, new WithdrawRequest.Command(letter.Id)),
            (_, withdrawn, state, connections, messages) =>
                withdrawn && state == RequestState.Withdrawn && connections == 0 && messages == 0
        );

    [Fact]
    public Task A_block_wins_over_an_acceptance() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Sender, new BlockMember.Command(letter.Recipient.Handle)),
            (_, blocked, state, connections, messages) =>
                blocked && state == RequestState.Closed && connections == 0 && messages == 0
        );

    [Fact]
    public Task A_decline_comes_before_an_acceptance_or_not_at_all() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Recipient, new DeclineRequest.Command(letter.Id, ForGood: false, null)),
            (accepted, _, state, connections, messages) =>
                accepted && state == RequestState.Accepted && connections == 1 && messages == 2
        );

    [Fact]
    public Task A_block_wins_over_an_acceptance_that_revives_a_declined_letter() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Sender, new BlockMember.Command(letter.Recipient.Handle)),
            (_, blocked, _, connections, messages) => blocked && connections == 0 && messages == 0,
            letter => Community.MustAsync(letter.Recipient, new DeclineRequest.Command(letter.Id, ForGood: false, null))
        );

    [Fact]
    public Task An_undone_and_withdrawn_acceptance_leaves_nothing() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, new UndoDecision.Command(letter.Id)),
            letter => DoneAsync(letter.Sender, new WithdrawRequest.Command(letter.Id)),
            (_, withdrawn, state, connections, messages) =>
                withdrawn && state == RequestState.Withdrawn && connections == 0 && messages == 0,
            letter => Community.MustAsync(letter.Recipient, Accept(letter.Id, "Gladly."))
        );

    [Fact]
    public Task A_report_wins_over_an_acceptance() =>
        RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Recipient, new ReportRequest.Command(letter.Id, ReportCategory.Spam, null)),
            (accepted, reported, state, connections, messages) =>
                reported
                && (
                    accepted
                        ? state is RequestState.Accepted or RequestState.DeclinedForGood
                        : state == RequestState.DeclinedForGood
                )
                && connections == (state == RequestState.Accepted ? 1 : 0)
                && messages == (state == RequestState.Accepted ? 2 : 0)
        );

    [Fact]
    public async Task One_of_two_reports_is_filed()
    {
        await RaceAsync(
            letter => DoneAsync(letter.Recipient, new ReportRequest.Command(letter.Id, ReportCategory.Spam, "First")),
            letter => DoneAsync(letter.Recipient, new ReportRequest.Command(letter.Id, ReportCategory.Spam, "Second")),
            (one, other, state, _, _) => one != other && state == RequestState.DeclinedForGood
        );
        Assert.Equal(Trials, await Community.CountAsync<Report>());
        Assert.Equal(Trials, await Community.CountAsync<Case>());
    }

    [Fact]
    public async Task When_each_accepts_a_letter_of_the_other_there_is_one_connection()
    {
        await RaceAsync(
            letter => DoneAsync(letter.Recipient, Accept(letter.Id, "Gladly.")),
            letter => DoneAsync(letter.Sender, Accept(letter.Crossing!, "Gladly.")),
            (one, other, _, connections, messages) => (one || other) && connections == 1 && messages == 2,
            crossing: true
        );
    }

    private async Task RaceAsync(
        Func<InInbox, Task<bool>> one,
        Func<InInbox, Task<bool>> other,
        Func<bool, bool, RequestState, int, int, bool> legal,
        Func<InInbox, Task>? before = null,
        bool crossing = false
    )
    {
        var letters = await LettersAsync(crossing);
        foreach (var letter in letters)
        {
            await (before?.Invoke(letter) ?? Task.CompletedTask);
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var racing = new[] { one, other }
                .Select(act =>
                    Task.Run(
                        async () =>
                        {
                            await start.Task;
                            return await act(letter);
                        },
                        Token
                    )
                )
                .ToList();
            start.SetResult();
            var done = await Task.WhenAll(racing);

            var (state, connections, messages) = await Community.InDatabaseAsync(async context =>
                (
                    await context
                        .Requests.Where(request => request.PublicId == letter.Id)
                        .Select(request => request.State)
                        .SingleAsync(Token),
                    await context.Connections.CountAsync(
                        connection => connection.LowId == letter.Sender.Id || connection.HighId == letter.Sender.Id,
                        Token
                    ),
                    await context.Messages.CountAsync(
                        message => message.AuthorId == letter.Sender.Id || message.AuthorId == letter.Recipient.Id,
                        Token
                    )
                )
            );
            Assert.True(
                legal(done[0], done[1], state, connections, messages),
                $"{done[0]}, {done[1]}: {state}, {connections} connections, {messages} messages"
            );
        }
    }

    private async Task<IReadOnlyList<InInbox>> LettersAsync(bool crossing)
    {
        var pairs = new List<InInbox>();
        for (var trial = 0; trial < Trials; trial++)
        {
            var (sender, recipient) = await Community.InsertTwoAsync();
            pairs.Add(
                new InInbox(
                    (await Community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()))).Id,
                    sender,
                    recipient,
                    null
                )
            );
        }

        Community.Advance(TimeSpan.FromMinutes(5));
        if (!crossing)
        {
            return pairs;
        }

        var crossed = new List<InInbox>();
        foreach (var pair in pairs)
        {
            await Community.MustAsync(pair.Recipient, new DeclineRequest.Command(pair.Id, ForGood: false, null));
            var receipt = await Community.MustAsync(
                pair.Recipient,
                new SendRequest.Command(pair.Sender.Handle, A.Letter())
            );
            crossed.Add(pair with { Crossing = receipt.Id });
        }

        Community.Advance(TimeSpan.FromMinutes(5));
        return crossed;
    }

    private async Task<bool> DoneAsync<T>(Person member, ICommand<T> command)
    {
        try
        {
            return (await Community.SendAsync(member, command)).Succeeded;
        }
        catch (IllegalTransitionException)
        {
            return false;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A letter that waits, or that was declined before its recipient wrote to its sender.</summary>
    private sealed record InInbox(string Id, Person Sender, Person Recipient, string? Crossing);
}

public sealed class RaceTestsOnSqlite() : RaceTests(Database.Sqlite);

public sealed class RaceTestsOnPostgres() : RaceTests(Database.Postgres);
