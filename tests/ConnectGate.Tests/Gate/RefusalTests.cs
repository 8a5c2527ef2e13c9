using System.Globalization;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Gate;

/// <summary>
/// Every refusal that depends on data, by its code. <see cref="WaysOfAskingTests"/> has those of words and lengths.
/// </summary>
public abstract class RefusalTests(Database database) : TwoMembersTests(database)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private readonly GateOptions _limits = new();

    [Fact]
    public async Task Nobody_asks_themselves() => Assert.Equal(["oneself"], await CodesAsync(Sender, Sender));

    [Fact]
    public async Task An_unknown_member_is_not_found() =>
        Assert.True(
            (await Community.SendAsync(Sender, new SendRequest.Command("nobody-at-all", A.Letter()))).IsNotFound
        );

    [Fact]
    public async Task A_suspended_member_does_not_ask()
    {
        await Community.SuspendAsync(Sender);

        Assert.Equal(["suspended"], await CodesAsync(Sender, Recipient));
    }

    [Fact]
    public async Task Connected_members_do_not_ask()
    {
        await Community.ConnectAsync(Sender, Recipient);

        Assert.Contains("already-connected", await CodesAsync(Sender, Recipient));
        Assert.Contains("already-connected", await CodesAsync(Recipient, Sender));
    }

    [Fact]
    public async Task A_sender_waits_for_the_answer_and_the_recipient_gives_it()
    {
        await Community.DeliverAsync(Sender, Recipient);

        Assert.Equal(["already-asked"], await CodesAsync(Sender, Recipient));
        Assert.Equal(["asked-first"], await CodesAsync(Recipient, Sender));
    }

    [Fact]
    public async Task A_letter_taken_back_before_its_delivery_was_never_sent()
    {
        var id = await Community.AskAsync(Sender, Recipient);
        Assert.True((await Community.MustAsync(Sender, new WithdrawRequest.Command(id))).TakenBack);

        Assert.Equal(0, await Community.CountAsync<ConnectionRequest>());
        Assert.Empty(await CodesAsync(Sender, Recipient));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("declined not now")]
    [InlineData("declined with words")]
    public async Task However_a_request_ends_the_sender_may_ask_again_120_days_after_sending(string end)
    {
        var sentAt = Community.Clock.Now;
        var id = await Community.DeliverAsync(Sender, Recipient);
        if (end == "withdrawn")
        {
            await Community.MustAsync(Sender, new WithdrawRequest.Command(id));
        }
        else if (end != "expired")
        {
            var reply = end == "declined with words" ? new DeclineReply("Thank you, but not now.", null) : null;
            await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: false, reply));
        }

        Community.Clock.Advance(_limits.ExpiresAfter);
        var refusal = Assert.Single(await RefusalsAsync(Sender, Recipient));
        Assert.Equal("again-too-soon", refusal.Code);
        Assert.Contains(
            (sentAt + _limits.AskAgainAfter).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            refusal.Message,
            StringComparison.Ordinal
        );

        Community.Clock.Advance(sentAt + _limits.AskAgainAfter - Community.Clock.Now - Moment);
        Assert.Equal(["again-too-soon"], await CodesAsync(Sender, Recipient));
        Community.Clock.Advance(Moment);
        Assert.Empty(await CodesAsync(Sender, Recipient));
    }

    [Fact]
    public async Task A_decline_for_good_shows_only_when_the_sender_could_have_asked_again()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: true, Reply: null));

        Assert.Equal(["already-asked"], await CodesAsync(Sender, Recipient));
        Community.Clock.Advance(_limits.ExpiresAfter);
        Assert.Equal(["again-too-soon"], await CodesAsync(Sender, Recipient));
        Community.Clock.Advance(_limits.AskAgainAfter);
        Assert.Equal(["unavailable"], await CodesAsync(Sender, Recipient));
        Community.Clock.Advance(TimeSpan.FromDays(2_000));
        Assert.Equal(["unavailable"], await CodesAsync(Sender, Recipient));
    }

    [Fact]
    public async Task A_member_who_declined_may_ask_later()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: true, Reply: null));

        Assert.Empty(await CodesAsync(Recipient, Sender));
    }

    [Fact]
    public async Task After_letting_go_both_wait_90_days()
    {
        await Community.ConnectAsync(Sender, Recipient);
        Community.Clock.Advance(_limits.AskAgainAfter); // so that only the letting go counts
        await Community.MustAsync(Recipient, new LetGo.Command(Sender.Handle));

        Assert.Equal(["again-too-soon"], await CodesAsync(Sender, Recipient));
        Assert.Equal(["again-too-soon"], await CodesAsync(Recipient, Sender));
        Community.Clock.Advance(_limits.AskAgainAfterLettingGo);
        Assert.Empty(await CodesAsync(Recipient, Sender));
    }

    [Fact]
    public async Task After_a_block_was_lifted_nobody_waits()
    {
        await Community.ConnectAsync(Sender, Recipient);
        Community.Clock.Advance(_limits.AskAgainAfter);
        await Community.MustAsync(Recipient, new BlockMember.Command(Sender.Handle));
        Assert.Contains("unavailable", await CodesAsync(Recipient, Sender));

        await Community.MustAsync(Recipient, new UnblockMember.Command(Sender.Handle));

        Assert.Empty(await CodesAsync(Sender, Recipient));
    }

    [Fact]
    public async Task Closed_blocked_and_suspended_are_one_code()
    {
        var closed = await Community.InsertAsync(A.Member() with { Policy = PolicyKind.Closed });
        var (blocker, suspended) = await Community.InsertTwoAsync();
        await Community.MustAsync(blocker, new BlockMember.Command(Sender.Handle));
        await Community.SuspendAsync(suspended);

        var answers = new[]
        {
            await RefusalsAsync(Sender, closed),
            await RefusalsAsync(Sender, blocker),
            await RefusalsAsync(Sender, suspended),
        };

        Assert.Equal("unavailable", Assert.Single(answers[0]).Code);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public async Task A_member_is_told_plainly_of_their_own_block()
    {
        await Community.MustAsync(Sender, new BlockMember.Command(Recipient.Handle));

        var refusal = Assert.Single(await RefusalsAsync(Sender, Recipient));

        Assert.Equal("unavailable", refusal.Code);
        Assert.Contains("You blocked them", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 10)]
    [InlineData(6, 3)]
    public async Task A_day_has_ten_requests_and_three_in_the_first_week(int joinedDaysAgo, int most)
    {
        var sender = await Community.InsertAsync(A.Member() with { JoinedAgo = TimeSpan.FromDays(joinedDaysAgo) });
        var first = Community.Clock.Now;
        for (var sent = 0; sent < most; sent++)
        {
            await Community.AskAsync(sender, await Community.InsertAsync());
            Community.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var refusal = Assert.Single(await RefusalsAsync(sender, Recipient));
        Assert.Equal("allowance", refusal.Code);
        Assert.Contains(
            first.AddHours(24).ToString("d MMMM 'at' HH:mm", CultureInfo.InvariantCulture),
            refusal.Message,
            StringComparison.Ordinal
        );

        Community.Clock.Advance(first.AddHours(24) - Community.Clock.Now - Moment);
        Assert.Equal(["allowance"], await CodesAsync(sender, Recipient));
        Community.Clock.Advance(Moment);
        Assert.Empty(await CodesAsync(sender, Recipient));
    }

    [Fact]
    public async Task Twenty_are_under_way_for_14_days_whatever_became_of_them_but_connections()
    {
        var first = Community.Clock.Now;
        Person? withdrawn = null,
            connected = null;
        for (var sent = 0; sent < 20; sent++)
        {
            var recipient = await Community.InsertAsync();
            (withdrawn, connected) = (sent == 0 ? recipient : withdrawn, sent == 19 ? recipient : connected);
            await Community.AskAsync(Sender, recipient);
            Community.Clock.Advance(TimeSpan.FromHours(2.5));
        }

        Community.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(["allowance"], await CodesAsync(Sender, Recipient));

        var rows = (await Community.QueryAsync(Sender, new SentRequests.Query())).Items;
        await Community.MustAsync(
            Sender,
            new WithdrawRequest.Command(rows.Single(row => row.Handle == withdrawn!.Handle).Id)
        );
        Assert.Equal(["allowance"], await CodesAsync(Sender, Recipient)); // withdrawing makes no room

        await Community.MustAsync(connected!, Stories.Accept(rows.Single(row => row.Handle == connected!.Handle).Id));
        Assert.Equal(["allowance"], await CodesAsync(Sender, Recipient)); // nor does what can still be undone
        Community.Clock.Advance(_limits.Grace);
        Assert.Empty(await CodesAsync(Sender, Recipient)); // the connection does

        await Community.AskAsync(Sender, Recipient);
        var another = await Community.InsertAsync();
        Assert.Equal(["allowance"], await CodesAsync(Sender, another));
        Community.Clock.Advance(first + _limits.UnderWayFor - Community.Clock.Now);
        Assert.Empty(await CodesAsync(Sender, another)); // the oldest is no more under way
    }

    [Fact]
    public async Task Every_refusal_is_told_at_once_each_at_its_field()
    {
        var sender = await Community.InsertAsync(A.Member() with { JoinedAgo = TimeSpan.Zero });
        for (var sent = 0; sent < 3; sent++)
        {
            await Community.AskAsync(sender, await Community.InsertAsync());
        }

        var closed = await Community.InsertAsync(
            A.Member() with
            {
                Policy = PolicyKind.Closed,
                Questions = ["Why me?"],
            }
        );
        var outcome = await Community.SendAsync(
            sender,
            new SendRequest.Command(closed.Handle, new Letter("Hello", null, null, null))
        );

        Assert.Equal(
            [
                ("allowance", "recipient"),
                ("answer-missing", "answers[q1]"),
                ("note-too-short", "note"),
                ("reason-detail-missing", "reasonDetail"),
                ("reason-missing", "reason"),
                ("unavailable", "recipient"),
            ],
            outcome.Refusals.Select(refusal => (refusal.Code, refusal.Field)).Order()
        );
    }

    [Fact]
    public async Task A_member_who_tries_too_often_waits()
    {
        for (var tried = 0; tried < _limits.SendAttempts; tried++)
        {
            await Community.SendAsync(Sender, new SendRequest.Command(Recipient.Handle, Letter.Blank));
        }

        Assert.Equal(["too-many-attempts"], await CodesAsync(Sender, Recipient, check: false));
        Community.Clock.Advance(_limits.AttemptsWindow);
        Assert.Empty(await CodesAsync(Sender, Recipient));
    }

    // The check must refuse what sending would refuse.
    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(Person sender, Person recipient)
    {
        var rows = await Community.CountEveryTableAsync();
        var check = await Community.QueryAsync(sender, new CheckRequest.Query(recipient.Handle, A.Letter()));
        Assert.Equal(rows, await Community.CountEveryTableAsync());
        return check!.Refusals;
    }

    private async Task<IEnumerable<string>> CodesAsync(Person sender, Person recipient, bool check = true)
    {
        if (check && (await RefusalsAsync(sender, recipient)) is { Count: 0 })
        {
            return [];
        }

        var rows = await Community.CountEveryTableAsync();
        var outcome = await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.Letter()));
        Assert.False(outcome.Succeeded);
        Assert.Equal(rows, await Community.CountEveryTableAsync());
        if (check)
        {
            Assert.Equal(await RefusalsAsync(sender, recipient), outcome.Refusals);
        }

        return outcome.Refusals.Select(refusal => refusal.Code);
    }
}

public sealed class RefusalTestsOnSqlite() : RefusalTests(Database.Sqlite);

public sealed class RefusalTestsOnPostgres() : RefusalTests(Database.Postgres);
