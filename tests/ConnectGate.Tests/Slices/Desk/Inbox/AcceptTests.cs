using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

public abstract class AcceptTests(Database database) : TwoMembersTests(database)
{
    [Fact]
    public async Task Nothing_is_made_known_before_the_grace_is_over()
    {
        var id = await Community.DeliverAsync(Sender, Recipient, A.Letter());

        var receipt = await Community.MustAsync(
            Recipient,
            new AcceptRequest.Command(id, true, true, "From the tide tables group.", "Gladly.")
        );

        Assert.Equal(LetterState.InGrace, receipt.State);
        Assert.Equal(Community.Clock.Now.AddMinutes(10), receipt.UndoUntil);
        Community.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(Sender)).State);
        foreach (var (me, other) in new[] { (Sender, Recipient), (Recipient, Sender) })
        {
            Assert.Empty((await Community.QueryAsync(me, new ListConnections.Query())).Items);
            Assert.Empty((await Community.QueryAsync(me, new ListConversations.Query())).Items);
            Assert.Null(await Community.QueryAsync(me, new ReadConversation.Query(other.Handle)));
            await Community.NotFoundAsync(me, new WriteMessage.Command(other.Handle, "Too soon"));
        }

        Community.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(SenderState.Connected, (await Community.SentAsync(Sender)).State);
        var hers = Assert.Single((await Community.QueryAsync(Sender, new ListConnections.Query())).Items);
        Assert.True(hers.AskedByMe);
        Assert.Equal("", hers.HowWeKnowEachOther);
        var view = await Community.QueryAsync(Recipient, new ViewConnection.Query(Sender.Handle));
        Assert.Equal(
            (A.Letter().Note, A.Letter().Reason, A.Letter().ReasonDetail),
            (view!.Note, view.Reason, view.ReasonDetail)
        );
        Assert.Equal("From the tide tables group.", view.HowWeKnowEachOther);
        Assert.Equal(receipt.UndoUntil, view.Since);
        Assert.True(view.OtherMaySeeMyConnections);
        Assert.False(view.ISeeTheirConnections);
        var said = (await Community.QueryAsync(Sender, new ReadConversation.Query(Recipient.Handle)))!.Messages.Items;
        Assert.Collection(
            said,
            note =>
                Assert.True(
                    note is { IsNote: true, Mine: true }
                        && note.Text == A.Letter().Note
                        && note.At < receipt.UndoUntil.AddMinutes(-10)
                ),
            answer => Assert.True(answer is { IsAnswer: true, Mine: false, Text: "Gladly." })
        );
    }

    [Fact]
    public async Task An_acceptance_stays_atop_the_inbox_while_it_can_be_undone()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, Accept(id));

        var inbox = await Community.QueryAsync(Recipient, new ReviewInbox.Query());
        Assert.Empty(inbox.Letters.Items);
        Assert.Equal((id, Sender.Handle), (Assert.Single(inbox.InGrace).Id, inbox.InGrace[0].SenderHandle));
        var open = await Community.MustAsync(Recipient, new OpenRequest.Command(id));
        Assert.True(open.Decision is { CanUndo: true, CanReport: true, CanAccept: false, CanDecline: false });
        Assert.Equal(LetterState.InGrace, open.State);

        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty((await Community.QueryAsync(Recipient, new ReviewInbox.Query())).InGrace);
        var decided = Assert.Single(
            (await Community.QueryAsync(Recipient, new ReviewInbox.Query(Folder: InboxFolder.Decided))).Letters.Items
        );
        Assert.Equal(LetterState.Connected, decided.State);
        open = await Community.MustAsync(Recipient, new OpenRequest.Command(id));
        Assert.True(open.Decision is { CanUndo: false, CanReport: false, CanAccept: false, CanDecline: false });
    }

    [Fact]
    public async Task An_acceptance_that_was_undone_leaves_nothing_and_the_letter_waits_again()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, Accept(id, "Gladly."));

        await Community.MustAsync(Recipient, new UndoDecision.Command(id));

        Assert.Equal(id, Assert.Single(await Community.WaitingAsync(Recipient)).Id);
        Assert.Equal(0, await Community.CountAsync<Connection>());
        Assert.Equal(0, await Community.CountAsync<Message>());
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(Sender)).State);
        await Community.IllegalAsync(Recipient, new UndoDecision.Command(id));
        await Community.MustAsync(Recipient, Accept(id, "Gladly after all."));
    }

    [Fact]
    public async Task A_letter_that_became_a_connection_cannot_be_undone_declined_reported_or_withdrawn()
    {
        var id = await Community.ConnectAsync(Sender, Recipient);

        await Community.IllegalAsync(Recipient, new UndoDecision.Command(id));
        await Community.IllegalAsync(Recipient, Accept(id));
        await Community.IllegalAsync(Recipient, new DeclineRequest.Command(id, ForGood: false, null));
        await Community.IllegalAsync(
            Recipient,
            new ReportRequest.Command(id, ConnectGate.Care.Moderation.ReportCategory.Spam, null)
        );
        await Community.IllegalAsync(Sender, new WithdrawRequest.Command(id));
    }

    [Fact]
    public async Task During_the_grace_a_withdrawal_wins()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, Accept(id, "Gladly."));

        await Community.MustAsync(Sender, new WithdrawRequest.Command(id));

        Assert.Equal(0, await Community.CountAsync<Connection>());
        Assert.Equal(0, await Community.CountAsync<Message>());
        await Community.NotFoundAsync(Recipient, new UndoDecision.Command(id));
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SenderState.Withdrawn, (await Community.SentAsync(Sender)).State);
    }

    [Fact]
    public async Task Texts_beyond_their_limits_are_refused()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);

        await Community.RefusedAsync(
            Recipient,
            Accept(id) with
            {
                HowWeKnowEachOther = new string('x', 501),
            },
            "how-we-know-each-other-too-long",
            "howWeKnowEachOther"
        );
        await Community.RefusedAsync(Recipient, Accept(id, new string('x', 5_001)), "message-too-long", "answer");
        await Community.MustAsync(
            Recipient,
            Accept(id, new string('x', 5_000)) with
            {
                HowWeKnowEachOther = new string('x', 500),
            }
        );
    }

    [Fact]
    public async Task A_blank_answer_is_none()
    {
        await Community.ConnectAsync(Sender, Recipient, " \u200B\u2800 ");

        Assert.True(
            Assert
                .Single(
                    (await Community.QueryAsync(Sender, new ReadConversation.Query(Recipient.Handle)))!.Messages.Items
                )
                .IsNote
        );
    }

    [Fact]
    public async Task A_suspended_member_decides_nothing()
    {
        var id = await Community.DeliverAsync(Sender, Recipient);
        await Community.SuspendAsync(Recipient);

        await Community.RefusedAsync(Recipient, Accept(id), "suspended", "");
        await Community.RefusedAsync(
            Recipient,
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply("Not now.", null)),
            "suspended",
            ""
        );
        await Community.RefusedAsync(Recipient, new DeclineRequest.Command(id, ForGood: false, null), "suspended", "");
    }

    [Fact]
    public async Task When_each_accepts_a_letter_of_the_other_one_connection_remains_with_what_both_decided()
    {
        var hers = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(hers, ForGood: false, null));
        var his = await Community.DeliverAsync(Recipient, Sender);
        await Community.MustAsync(Sender, new AcceptRequest.Command(his, true, false, "She knows.", "Her answer"));

        await Community.MustAsync(Recipient, new AcceptRequest.Command(hers, false, true, "He knows.", "His answer"));

        Assert.Equal(1, await Community.CountAsync<Connection>());
        Community.Advance(TimeSpan.FromMinutes(10));
        var hersSeen = await Community.QueryAsync(Sender, new ViewConnection.Query(Recipient.Handle));
        Assert.True(
            hersSeen
                is {
                    AskedByMe: true,
                    OtherMaySeeMyConnections: true,
                    MayBeNamedAsLink: false,
                    HowWeKnowEachOther: "She knows."
                }
        );
        var hisSeen = await Community.QueryAsync(Recipient, new ViewConnection.Query(Sender.Handle));
        Assert.True(
            hisSeen
                is {
                    AskedByMe: false,
                    OtherMaySeeMyConnections: false,
                    MayBeNamedAsLink: true,
                    HowWeKnowEachOther: "He knows."
                }
        );
        Assert.Equal(
            2,
            (await Community.QueryAsync(Sender, new ReadConversation.Query(Recipient.Handle)))!.Messages.Items.Count
        );
    }

    [Fact]
    public async Task Accepting_closes_ones_own_letter_to_the_same_person()
    {
        var hers = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(hers, ForGood: false, null));
        var his = await Community.DeliverAsync(Recipient, Sender);

        await Community.MustAsync(Recipient, Accept(hers));

        Assert.Empty(await Community.WaitingAsync(Sender));
        await Community.NotFoundAsync(Sender, Accept(his));
        await Community.MustAsync(Recipient, new UndoDecision.Command(hers));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_declined_letter_from_before_a_connection_or_a_block_cannot_be_accepted(bool block)
    {
        var hers = await Community.DeliverAsync(Sender, Recipient);
        await Community.MustAsync(Recipient, new DeclineRequest.Command(hers, ForGood: false, null));
        if (block)
        {
            await Community.MustAsync(Sender, new BlockMember.Command(Recipient.Handle));
        }
        else
        {
            await Community.ConnectAsync(Recipient, Sender);
            await Community.IllegalAsync(Recipient, Accept(hers));
            await Community.MustAsync(Sender, new LetGo.Command(Recipient.Handle));
        }

        Assert.False((await Community.MustAsync(Recipient, new OpenRequest.Command(hers))).Decision.CanAccept);
        await Community.IllegalAsync(Recipient, Accept(hers));
    }
}

public sealed class AcceptTestsOnSqlite() : AcceptTests(Database.Sqlite);

public sealed class AcceptTestsOnPostgres() : AcceptTests(Database.Postgres);
