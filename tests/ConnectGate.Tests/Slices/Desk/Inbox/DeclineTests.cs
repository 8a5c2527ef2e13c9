using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;
using ConnectGate.Tests.Support.Databases;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

public abstract class DeclineTests(Database database) : TwoMembersTests(database)
{
    [Theory]
    [InlineData(false, LetterState.DeclinedNotNow)]
    [InlineData(true, LetterState.DeclinedForGood)]
    public async Task A_silent_decline_cannot_be_told_by_the_sender(bool forGood, LetterState state)
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        var before = await Community.SentAsync(Sender);

        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, forGood, null));

        Assert.Equivalent(before, await Community.SentAsync(Sender), strict: true);
        Assert.Empty(await Community.WaitingAsync(Recipient));
        var decided = Assert.Single(
            (await Community.QueryAsync(Recipient, new ReviewInbox.Query(Folder: InboxFolder.Decided))).Letters.Items
        );
        Assert.Equal(state, decided.State);
        Community.Advance(TimeSpan.FromDays(60));
        Assert.Equal(SenderState.ClosedWithoutAnswer, (await Community.SentAsync(Sender)).State);
    }

    [Fact]
    public async Task Words_reach_the_sender_once()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);

        await Community.MustAsync(
            Recipient,
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply(" I have no time now. ", " "))
        );

        var sent = await Community.SentAsync(Sender);
        Assert.Equal(
            (SenderState.DeclinedWithWords, "I have no time now.", null),
            (sent.State, sent.Reply, sent.ReplyChannel)
        );
        await Community.IllegalAsync(
            Recipient,
            new DeclineRequest.Command(id, ForGood: true, new DeclineReply("And another thing.", null))
        );
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: true, null));
        Assert.Equivalent(sent, await Community.SentAsync(Sender), strict: true);
        Assert.False((await Community.MustAsync(Recipient, new OpenRequest.Command(id))).Decision.CanReply);
    }

    [Fact]
    public async Task A_better_way_goes_with_the_words()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);

        await Community.MustAsync(
            Recipient,
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply("Not here.", "The mailing list"))
        );

        Assert.Equal("The mailing list", (await Community.SentAsync(Sender)).ReplyChannel);
    }

    [Theory]
    [InlineData(0, 0, "reply-missing", "reply.text")]
    [InlineData(501, 0, "reply-too-long", "reply.text")]
    [InlineData(5, 201, "reply-channel-too-long", "reply.channel")]
    public async Task Words_that_are_none_or_too_many_are_refused(int text, int channel, string code, string field)
    {
        var id = await Community.DeliverAsync(Sender, Recipient);

        await Community.RefusedAsync(
            Recipient,
            new DeclineRequest.Command(
                id,
                ForGood: false,
                new DeclineReply(new string('x', text), new string('x', channel))
            ),
            code,
            field
        );

        Assert.Single(await Community.WaitingAsync(Recipient));
    }

    [Fact]
    public async Task A_decision_can_be_changed_until_the_letters_expiry_and_not_after()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: true, null));
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: false, null));
        Community.Advance(TimeSpan.FromDays(60) - TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        await Community.MustAsync(Recipient, Accept(id));
        await Community.MustAsync(Recipient, new UndoDecision.Command(id));
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, ForGood: false, null));

        Community.Advance(TimeSpan.FromMilliseconds(1));

        await Community.IllegalAsync(Recipient, Accept(id));
        await Community.IllegalAsync(Recipient, new DeclineRequest.Command(id, ForGood: true, null));
    }

    [Theory]
    [InlineData(false, LetterState.DeclinedNotNow)]
    [InlineData(true, LetterState.DeclinedForGood)]
    public async Task An_undone_acceptance_restores_the_decline_before_it(bool forGood, LetterState declined)
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, forGood, null));
        await Community.MustAsync(Recipient, Accept(id));

        Assert.Equal(declined, await Community.MustAsync(Recipient, new UndoDecision.Command(id)));

        Assert.Empty(await Community.WaitingAsync(Recipient));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(Sender)).State);
        await Community.MustAsync(Recipient, Accept(id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_silent_decline_is_undone_and_the_letter_and_its_talk_go_on(bool forGood)
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new WriteToSender.Command(id, "Which talk do you mean?"));
        await Community.MustAsync(Recipient, new DeclineRequest.Command(id, forGood, null));
        await Community.MustAsync(Sender, new AnswerRecipient.Command(id, "The one about the tides."));
        var sent = await Community.SentAsync(Sender);
        var open = await Community.MustAsync(Recipient, new OpenRequest.Command(id));
        Assert.True(open.Decision.CanUndo);
        Assert.Single(open.Talk!.Lines);

        Assert.Equal(LetterState.Waiting, await Community.MustAsync(Recipient, new UndoDecision.Command(id)));

        Assert.Equal(id, Assert.Single(await Community.WaitingAsync(Recipient)).Id);
        Assert.Equivalent(sent, await Community.SentAsync(Sender), strict: true);
        open = await Community.MustAsync(Recipient, new OpenRequest.Command(id));
        Assert.Equal(
            ["Which talk do you mean?", "The one about the tides."],
            open.Talk!.Lines.Select(line => line.Text)
        );
        Assert.True(open is { Talk.MyTurn: true, Decision: { CanUndo: false, DecidedAt: null } });
        await Community.IllegalAsync(Recipient, new UndoDecision.Command(id));
    }

    [Fact]
    public async Task A_decline_that_others_know_of_is_not_undone()
    {
        var words = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(words, false, new DeclineReply("No.", null)));
        var (seller, friend) = await Community.InsertTwoAsync();
        var reported = await Community.DeliverAsync(seller, Recipient);
        await Community.MustAsync(Recipient, new ReportRequest.Command(reported, ReportCategory.Spam, null));
        var crossed = await Community.DeliverAsync(friend, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(crossed, ForGood: false, null));
        await Community.AskAsync(Recipient, friend);

        foreach (var id in (string[])[words, reported, crossed])
        {
            Assert.False((await Community.MustAsync(Recipient, new OpenRequest.Command(id))).Decision.CanUndo);
            await Community.IllegalAsync(Recipient, new UndoDecision.Command(id));
        }
    }

    [Fact]
    public async Task A_letter_expires_quietly_after_sixty_days()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        Community.Advance(TimeSpan.FromDays(60) - TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Single(await Community.WaitingAsync(Recipient));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(Sender)).State);

        Community.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Empty(await Community.WaitingAsync(Recipient));
        Assert.Equal(SenderState.ClosedWithoutAnswer, (await Community.SentAsync(Sender)).State);
        await Community.IllegalAsync(Recipient, Accept(id));
        var open = await Community.MustAsync(Recipient, new OpenRequest.Command(id));
        Assert.Equal(LetterState.Expired, open.State);
        Assert.True(
            open.Decision is { CanAccept: false, CanDecline: false, CanReply: false, CanUndo: false, CanReport: true }
        );
    }

    [Fact]
    public async Task Many_can_be_declined_at_once_and_what_does_not_wait_for_me_is_left()
    {
        var others = new[]
        {
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await Community.InsertAsync(),
        };
        var waiting = await Community.DeliverAsync(Sender, Recipient);
        var alsoWaiting = await Community.DeliverAsync(others[0], Recipient);
        var accepted = await Community.DeliverAsync(others[1], Recipient);
        await Community.MustAsync(Recipient, Accept(accepted));
        var notMine = await Community.DeliverAsync(others[0], others[2]);

        var declined = await Community.MustAsync(
            Recipient,
            new DeclineMany.Command([waiting, alsoWaiting, waiting, accepted, notMine, "nonsense"], ForGood: true)
        );

        Assert.Equal(2, declined);
        Assert.Empty(await Community.WaitingAsync(Recipient));
        Assert.Single(await Community.WaitingAsync(others[2]));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(Sender)).State);
        Assert.Equal(
            LetterState.InGrace,
            (await Community.MustAsync(Recipient, new OpenRequest.Command(accepted))).State
        );
        Assert.Equal(0, await Community.MustAsync(Recipient, new DeclineMany.Command([waiting], ForGood: false)));
        Assert.Equal(
            LetterState.DeclinedForGood,
            (await Community.MustAsync(Recipient, new OpenRequest.Command(waiting))).State
        );
    }

    [Fact]
    public Task More_than_a_page_cannot_be_declined_at_once() =>
        Community.RefusedAsync(
            Recipient,
            new DeclineMany.Command([.. Enumerable.Range(0, 21).Select(number => $"letter-{number}")], ForGood: false),
            "too-many-letters",
            "ids"
        );
}

public sealed class DeclineTestsOnSqlite() : DeclineTests(Database.Sqlite);

public sealed class DeclineTestsOnPostgres() : DeclineTests(Database.Postgres);
