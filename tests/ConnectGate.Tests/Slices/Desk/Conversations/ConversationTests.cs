using ConnectGate.Desk.Conversations;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Desk.Conversations;

public abstract class ConversationTests(Database database) : CommunityTests(database)
{
    private Person _asker = null!,
        _accepter = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_asker, _accepter) = await Community.InsertTwoAsync();
    }

    [Fact]
    public async Task The_answer_is_unread_for_the_asker_and_the_note_was_read_in_the_inbox()
    {
        await Community.ConnectAsync(_asker, _accepter, "Gladly.");

        var asked = await ReadAsync(_asker, _accepter);
        Assert.Equal(asked.Messages.Items[1].Id, asked.FirstUnreadId);
        Assert.True(asked.MayWrite);
        Assert.Null((await ReadAsync(_accepter, _asker)).FirstUnreadId);
        Assert.True((await RowAsync(_asker)).Unread);
        Assert.False((await RowAsync(_accepter)).Unread);

        await Community.MustAsync(_asker, new MarkConversationRead.Command(_accepter.Handle));

        Assert.Null((await ReadAsync(_asker, _accepter)).FirstUnreadId);
        Assert.False((await RowAsync(_asker)).Unread);
    }

    [Fact]
    public async Task The_connected_write_to_each_other()
    {
        await Community.ConnectAsync(_asker, _accepter, letter: A.Letter());

        var first = await Community.MustAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, " How do you read them? ")
        );
        Community.Advance(TimeSpan.FromMinutes(1));
        await Community.MustAsync(_asker, new WriteMessage.Command(_accepter.Handle, "And since when?"));

        var read = await ReadAsync(_accepter, _asker);
        Assert.Equal(
            [A.Letter().Note!, "How do you read them?", "And since when?"],
            read.Messages.Items.Select(line => line.Text)
        );
        Assert.All(read.Messages.Items, line => Assert.False(line.Mine));
        Assert.Equal(first.Id, read.FirstUnreadId);
        var row = await RowAsync(_accepter);
        Assert.True(row is { FirstLines: "And since when?", Unread: true, LastByMe: false, MayWrite: true });

        await Community.MustAsync(_accepter, new MarkConversationRead.Command(_asker.Handle, first.Id));
        Assert.Equal(read.Messages.Items[2].Id, (await ReadAsync(_accepter, _asker)).FirstUnreadId);
        await Community.MustAsync(_accepter, new WriteMessage.Command(_asker.Handle, "By the moon."));
        Assert.Null((await ReadAsync(_accepter, _asker)).FirstUnreadId);
        await Community.MustAsync(_accepter, new MarkConversationRead.Command(_asker.Handle, first.Id));
        Assert.Null((await ReadAsync(_accepter, _asker)).FirstUnreadId);
        await Community.NotFoundAsync(
            _accepter,
            new MarkConversationRead.Command(_asker.Handle, "AAAAAAAAAAAAAAAAAAAAAA")
        );
    }

    [Fact]
    public async Task A_message_has_something_to_read_and_at_most_five_thousand_characters()
    {
        await Community.ConnectAsync(_asker, _accepter);

        await Community.RefusedAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, " \u200B "),
            "message-missing",
            "text"
        );
        await Community.RefusedAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, null),
            "message-missing",
            "text"
        );
        await Community.RefusedAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, new string('x', 5_001)),
            "message-too-long",
            "text"
        );
        await Community.MustAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 5_000)))
        );
        Assert.Equal(ListConversations.FirstLinesLength, VisibleText.Count((await RowAsync(_accepter)).FirstLines));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_stay_readable_to_both_after_they_let_go(bool block)
    {
        await Community.ConnectAsync(_asker, _accepter, "Gladly.");
        if (block)
        {
            await Community.MustAsync(_accepter, new BlockMember.Command(_asker.Handle));
        }
        else
        {
            await Community.MustAsync(_accepter, new LetGo.Command(_asker.Handle));
        }

        foreach (var (me, other) in new[] { (_asker, _accepter), (_accepter, _asker) })
        {
            var read = await ReadAsync(me, other);
            Assert.Equal(2, read.Messages.Items.Count);
            Assert.False(read.MayWrite);
            Assert.False((await RowAsync(me)).MayWrite);
            await Community.RefusedAsync(
                me,
                new WriteMessage.Command(other.Handle, "One more thing"),
                "not-connected",
                ""
            );
        }
    }

    [Fact]
    public async Task A_suspended_member_reads_and_does_not_write()
    {
        await Community.ConnectAsync(_asker, _accepter);
        await Community.SuspendAsync(_asker);

        Assert.False((await ReadAsync(_asker, _accepter)).MayWrite);
        await Community.RefusedAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, "One more thing"),
            "suspended",
            ""
        );
        await Community.MustAsync(_asker, new MarkConversationRead.Command(_accepter.Handle));
    }

    [Fact]
    public async Task A_conversation_of_others_is_not_found()
    {
        var stranger = await Community.InsertAsync();
        await Community.ConnectAsync(_asker, _accepter, "Gladly.");

        foreach (var handle in new[] { _asker.Handle, _accepter.Handle, stranger.Handle, "nobody-here", "" })
        {
            Assert.Null(await Community.QueryAsync(stranger, new ReadConversation.Query(handle)));
            await Community.NotFoundAsync(stranger, new WriteMessage.Command(handle, "Hello"));
            await Community.NotFoundAsync(stranger, new MarkConversationRead.Command(handle));
        }

        Assert.Empty((await Community.QueryAsync(stranger, new ListConversations.Query())).Items);
    }

    [Fact]
    public async Task A_long_conversation_is_read_backwards_page_by_page()
    {
        await Community.ConnectAsync(_asker, _accepter);
        for (var number = 1; number <= 24; number++)
        {
            await Community.MustAsync(
                number % 2 == 0 ? _asker : _accepter,
                new WriteMessage.Command((number % 2 == 0 ? _accepter : _asker).Handle, $"Message {number}")
            );
        }

        var latest = await ReadAsync(_asker, _accepter);
        var older = await Community.QueryAsync(
            _asker,
            new ReadConversation.Query(_accepter.Handle, latest.Messages.Next)
        );

        Assert.Equal(
            Enumerable.Range(5, 20).Select(number => $"Message {number}"),
            latest.Messages.Items.Select(line => line.Text)
        );
        Assert.Equal(5, older!.Messages.Items.Count);
        Assert.True(older.Messages.Items[0].IsNote);
        Assert.Null(older.Messages.Next);
    }

    [Fact]
    public async Task Conversations_come_by_their_latest_message_page_by_page()
    {
        var handles = new List<string>();
        for (var number = 0; number < 21; number++)
        {
            var other = await Community.InsertAsync();
            await Community.ConnectAsync(other, _accepter);
            handles.Insert(0, other.Handle);
        }

        await Community.MustAsync(_accepter, new WriteMessage.Command(handles[^1], "You first"));
        handles.Insert(0, handles[^1]);
        handles.RemoveAt(handles.Count - 1);

        var first = await Community.QueryAsync(_accepter, new ListConversations.Query());
        var second = await Community.QueryAsync(_accepter, new ListConversations.Query(first.Next));

        Assert.Equal(handles, first.Items.Concat(second.Items).Select(row => row.Handle));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_second_acceptance_goes_on_in_the_same_conversation_once_its_grace_is_over()
    {
        await Community.ConnectAsync(_asker, _accepter);
        await Community.MustAsync(_asker, new LetGo.Command(_accepter.Handle));
        Community.Advance(TimeSpan.FromDays(121));
        var id = await Community.DeliverAsync(
            _accepter,
            _asker,
            A.Letter() with
            {
                Note = "I would like to pick this up again.",
            }
        );
        await Community.MustAsync(_asker, Stories.Accept(id, "So would I."));

        Assert.Single((await ReadAsync(_accepter, _asker)).Messages.Items);
        await Community.RefusedAsync(
            _asker,
            new WriteMessage.Command(_accepter.Handle, "Too soon"),
            "not-connected",
            ""
        );
        Community.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(
            ["I would like to pick this up again.", "So would I."],
            (await ReadAsync(_accepter, _asker)).Messages.Items.Skip(1).Select(line => line.Text)
        );
        Assert.Equal(
            1,
            await Community.InDatabaseAsync(context =>
                context.Conversations.CountAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    private async Task<ReadConversation.View> ReadAsync(Person reader, Person other) =>
        await Community.QueryAsync(reader, new ReadConversation.Query(other.Handle))
        ?? throw new InvalidOperationException("No conversation.");

    private async Task<ListConversations.Row> RowAsync(Person reader) =>
        Assert.Single((await Community.QueryAsync(reader, new ListConversations.Query())).Items);
}

public sealed class ConversationTestsOnSqlite() : ConversationTests(Database.Sqlite);

public sealed class ConversationTestsOnPostgres() : ConversationTests(Database.Postgres);
