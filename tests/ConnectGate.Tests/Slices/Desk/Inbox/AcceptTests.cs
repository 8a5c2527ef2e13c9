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

public abstract class AcceptTests(Database database) : CommunityTests(database)
{
    private Person _sender = null!,
        _recipient = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_sender, _recipient) = (await Community.InsertAsync(), await Community.InsertAsync());
    }

    [Fact]
    public async Task Nothing_is_made_known_before_the_grace_is_over()
    {
        var id = await Community.DeliverAsync(_sender, _recipient, A.Letter());

        var receipt = await Community.MustAsync(
            _recipient,
            new AcceptRequest.Command(id, true, true, "From the tide tables group.", "Gladly.")
        );

        Assert.Equal(LetterState.InGrace, receipt.State);
        Assert.Equal(Community.Clock.Now.AddMinutes(10), receipt.UndoUntil);
        Community.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(_sender)).State);
        foreach (var (me, other) in new[] { (_sender, _recipient), (_recipient, _sender) })
        {
            Assert.Empty((await Community.QueryAsync(me, new ListConnections.Query())).Items);
            Assert.Empty((await Community.QueryAsync(me, new ListConversations.Query())).Items);
            Assert.Null(await Community.QueryAsync(me, new ReadConversation.Query(other.Handle)));
            await Community.NotFoundAsync(me, new WriteMessage.Command(other.Handle, "Too soon"));
        }

        Community.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(SenderState.Connected, (await Community.SentAsync(_sender)).State);
        var hers = Assert.Single((await Community.QueryAsync(_sender, new ListConnections.Query())).Items);
        Assert.True(hers.AskedByMe);
        Assert.Equal("", hers.HowWeKnowEachOther);
        var view = await Community.QueryAsync(_recipient, new ViewConnection.Query(_sender.Handle));
        Assert.Equal(
            (A.Letter().Note, A.Letter().Reason, A.Letter().ReasonDetail),
            (view!.Note, view.Reason, view.ReasonDetail)
        );
        Assert.Equal("From the tide tables group.", view.HowWeKnowEachOther);
        Assert.Equal(receipt.UndoUntil, view.Since);
        Assert.True(view.OtherMaySeeMyConnections);
        Assert.False(view.ISeeTheirConnections);
        var said = (await Community.QueryAsync(_sender, new ReadConversation.Query(_recipient.Handle)))!.Messages.Items;
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
        var id = await Community.DeliverAsync(_sender, _recipient);
        await Community.MustAsync(_recipient, Accept(id));

        var inbox = await Community.QueryAsync(_recipient, new ReviewInbox.Query());
        Assert.Empty(inbox.Letters.Items);
        Assert.Equal((id, _sender.Handle), (Assert.Single(inbox.InGrace).Id, inbox.InGrace[0].SenderHandle));
        var open = await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        Assert.True(open.Decision is { CanUndo: true, CanReport: true, CanAccept: false, CanDecline: false });
        Assert.Equal(LetterState.InGrace, open.State);

        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty((await Community.QueryAsync(_recipient, new ReviewInbox.Query())).InGrace);
        var decided = Assert.Single(
            (await Community.QueryAsync(_recipient, new ReviewInbox.Query(Folder: InboxFolder.Decided))).Letters.Items
        );
        Assert.Equal(LetterState.Connected, decided.State);
        open = await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        Assert.True(open.Decision is { CanUndo: false, CanReport: false, CanAccept: false, CanDecline: false });
    }

    [Fact]
    public async Task An_acceptance_that_was_undone_leaves_nothing_and_the_letter_waits_again()
    {
        var id = await Community.DeliverAsync(_sender, _recipient);
        await Community.MustAsync(_recipient, Accept(id, "Gladly."));

        await Community.MustAsync(_recipient, new UndoAccept.Command(id));

        Assert.Equal(id, Assert.Single(await Community.WaitingAsync(_recipient)).Id);
        Assert.Equal(0, await Community.CountAsync<Connection>());
        Assert.Equal(0, await Community.CountAsync<Message>());
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(_sender)).State);
        await Community.IllegalAsync(_recipient, new UndoAccept.Command(id));
        await Community.MustAsync(_recipient, Accept(id, "Gladly after all."));
    }

    [Fact]
    public async Task What_became_a_connection_cannot_be_undone_declined_reported_or_withdrawn()
    {
        var id = await Community.ConnectAsync(_sender, _recipient);

        await Community.IllegalAsync(_recipient, new UndoAccept.Command(id));
        await Community.IllegalAsync(_recipient, Accept(id));
        await Community.IllegalAsync(_recipient, new DeclineRequest.Command(id, ForGood: false, null));
        await Community.IllegalAsync(
            _recipient,
            new ReportRequest.Command(id, ConnectGate.Care.Moderation.ReportCategory.Spam, null)
        );
        await Community.IllegalAsync(_sender, new WithdrawRequest.Command(id));
    }

    [Fact]
    public async Task During_the_grace_a_withdrawal_wins()
    {
        var id = await Community.DeliverAsync(_sender, _recipient);
        await Community.MustAsync(_recipient, Accept(id, "Gladly."));

        await Community.MustAsync(_sender, new WithdrawRequest.Command(id));

        Assert.Equal(0, await Community.CountAsync<Connection>());
        Assert.Equal(0, await Community.CountAsync<Message>());
        await Community.NotFoundAsync(_recipient, new UndoAccept.Command(id));
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SenderState.Withdrawn, (await Community.SentAsync(_sender)).State);
    }

    [Fact]
    public async Task Texts_beyond_their_limits_are_refused()
    {
        var id = await Community.DeliverAsync(_sender, _recipient);

        await Community.RefusedAsync(
            _recipient,
            Accept(id) with
            {
                HowWeKnowEachOther = new string('x', 501),
            },
            "how-we-know-each-other-too-long",
            "howWeKnowEachOther"
        );
        await Community.RefusedAsync(_recipient, Accept(id, new string('x', 5_001)), "message-too-long", "answer");
        await Community.MustAsync(
            _recipient,
            Accept(id, new string('x', 5_000)) with
            {
                HowWeKnowEachOther = new string('x', 500),
            }
        );
    }

    [Fact]
    public async Task A_blank_answer_is_none()
    {
        await Community.ConnectAsync(_sender, _recipient, " \u200B\u2800 ");

        Assert.True(
            Assert
                .Single(
                    (await Community.QueryAsync(_sender, new ReadConversation.Query(_recipient.Handle)))!.Messages.Items
                )
                .IsNote
        );
    }

    [Fact]
    public async Task A_suspended_member_reads_and_declines_but_neither_accepts_nor_replies()
    {
        var id = await Community.DeliverAsync(_sender, _recipient);
        await Community.SuspendAsync(_recipient);

        var open = await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        Assert.True(open.Decision is { CanAccept: false, CanReply: false, CanDecline: true });
        await Community.RefusedAsync(_recipient, Accept(id), "suspended", "");
        await Community.RefusedAsync(
            _recipient,
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply("Not now.", null)),
            "suspended",
            ""
        );
        await Community.MustAsync(_recipient, new DeclineRequest.Command(id, ForGood: false, null));
    }

    [Fact]
    public async Task When_each_accepts_a_letter_of_the_other_one_connection_remains_with_what_both_decided()
    {
        var hers = await Community.DeliverAsync(_sender, _recipient);
        await Community.MustAsync(_recipient, new DeclineRequest.Command(hers, ForGood: false, null));
        var his = await Community.DeliverAsync(_recipient, _sender);
        await Community.MustAsync(_sender, new AcceptRequest.Command(his, true, false, "She knows.", "Her answer"));

        await Community.MustAsync(_recipient, new AcceptRequest.Command(hers, false, true, "He knows.", "His answer"));

        Assert.Equal(1, await Community.CountAsync<Connection>());
        Community.Advance(TimeSpan.FromMinutes(10));
        var hersSeen = await Community.QueryAsync(_sender, new ViewConnection.Query(_recipient.Handle));
        Assert.True(
            hersSeen
                is {
                    AskedByMe: true,
                    OtherMaySeeMyConnections: true,
                    MayBeNamedAsLink: false,
                    HowWeKnowEachOther: "She knows."
                }
        );
        var hisSeen = await Community.QueryAsync(_recipient, new ViewConnection.Query(_sender.Handle));
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
            (await Community.QueryAsync(_sender, new ReadConversation.Query(_recipient.Handle)))!.Messages.Items.Count
        );
    }

    [Fact]
    public async Task Accepting_closes_ones_own_letter_to_the_same_person()
    {
        var hers = await Community.DeliverAsync(_sender, _recipient);
        await Community.MustAsync(_recipient, new DeclineRequest.Command(hers, ForGood: false, null));
        var his = await Community.DeliverAsync(_recipient, _sender);

        await Community.MustAsync(_recipient, Accept(hers));

        Assert.Empty(await Community.WaitingAsync(_sender));
        await Community.NotFoundAsync(_sender, Accept(his));
        await Community.MustAsync(_recipient, new UndoAccept.Command(hers));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_declined_letter_from_before_a_connection_or_a_block_cannot_be_accepted(bool block)
    {
        var hers = await Community.DeliverAsync(_sender, _recipient);
        await Community.MustAsync(_recipient, new DeclineRequest.Command(hers, ForGood: false, null));
        if (block)
        {
            await Community.MustAsync(_sender, new BlockMember.Command(_recipient.Handle));
        }
        else
        {
            await Community.ConnectAsync(_recipient, _sender);
            await Community.IllegalAsync(_recipient, Accept(hers));
            await Community.MustAsync(_sender, new LetGo.Command(_recipient.Handle));
        }

        Assert.False((await Community.MustAsync(_recipient, new OpenRequest.Command(hers))).Decision.CanAccept);
        await Community.IllegalAsync(_recipient, Accept(hers));
    }
}

public sealed class AcceptTestsOnSqlite() : AcceptTests(Database.Sqlite);

public sealed class AcceptTestsOnPostgres() : AcceptTests(Database.Postgres);
