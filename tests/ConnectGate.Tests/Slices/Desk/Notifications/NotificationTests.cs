using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Notifications;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Slices.Desk.Notifications;

public abstract class NotificationTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_letter_is_told_when_it_is_delivered_and_never_again()
    {
        var (ada, ben) = await Community.InsertTwoAsync();
        var id = await Community.AskAsync(ada, ben);
        Assert.Empty(await ToldAsync(ben));
        Assert.Equal(new CountUnread.View(0, 0, 0), await UnreadAsync(ben));

        Community.Advance(TimeSpan.FromMinutes(5));

        var told = Assert.Single(await ToldAsync(ben));
        Assert.Equal(
            (NotificationKind.LetterArrived, ada.Handle, id, false),
            (told.Kind, told.Handle, told.Subject, told.Read)
        );
        Assert.Equal(new CountUnread.View(1, 1, 0), await UnreadAsync(ben));
        Assert.Empty(await ToldAsync(ada));

        Community.Advance(TimeSpan.FromDays(59));
        Assert.Single(await ToldAsync(ben));
    }

    [Fact]
    public async Task A_letter_taken_back_withdrawn_unopened_or_blocked_goes_with_its_notification()
    {
        var (ada, ben, cleo, dora) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await Community.InsertAsync()
        );
        await Community.MustAsync(ada, new WithdrawRequest.Command(await Community.AskAsync(ada, ben)));
        var unopened = await Community.DeliverAsync(ben, ada);
        await Community.MustAsync(ben, new WithdrawRequest.Command(unopened));
        var opened = await Community.DeliverAsync(cleo, ada);
        await Community.MustAsync(ada, new OpenRequest.Command(opened));
        await Community.MustAsync(cleo, new WithdrawRequest.Command(opened));
        await Community.DeliverAsync(dora, ada);
        await Community.MustAsync(dora, new BlockMember.Command(ada.Handle));

        Assert.Empty(await ToldAsync(ben));
        Assert.Equal(opened, Assert.Single(await ToldAsync(ada)).Subject);
    }

    [Fact]
    public async Task A_connection_is_told_to_the_sender_when_the_grace_is_over_unless_it_was_undone()
    {
        var (ada, ben) = await Community.InsertTwoAsync();
        var id = await Community.DeliverAsync(ada, ben);
        await Community.MustAsync(ben, Stories.Accept(id));
        Assert.Empty(await ToldAsync(ada));
        await Community.MustAsync(ben, new UndoDecision.Command(id));
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(await ToldAsync(ada));

        await Community.MustAsync(ben, Stories.Accept(id));
        Community.Advance(TimeSpan.FromMinutes(10));

        var told = Assert.Single(await ToldAsync(ada));
        Assert.Equal((NotificationKind.Connected, ben.Handle), (told.Kind, told.Handle));
    }

    [Fact]
    public async Task A_decline_notifies_only_of_its_words_and_once()
    {
        var (ada, ben, cleo) = await Community.InsertThreeAsync();
        await Community.MustAsync(
            cleo,
            new DeclineRequest.Command(await Community.DeliverAsync(ada, cleo), ForGood: true, null)
        );
        Assert.Empty(await ToldAsync(ada));
        var id = await Community.DeliverAsync(ada, ben);
        await Community.MustAsync(
            ben,
            new DeclineRequest.Command(id, ForGood: false, new DeclineReply("Not this year.", null))
        );
        await Community.MustAsync(ben, new DeclineRequest.Command(id, ForGood: true, null));

        var told = Assert.Single(await ToldAsync(ada));
        Assert.Equal((NotificationKind.DeclinedWithWords, ben.Handle, id), (told.Kind, told.Handle, told.Subject));
    }

    [Fact]
    public async Task The_first_unread_message_is_told_and_reading_marks_it()
    {
        var (ada, ben) = await Community.InsertTwoAsync();
        await Community.ConnectAsync(ada, ben);
        await Community.MustAsync(ben, new MarkConversationRead.Command(ada.Handle));

        await Community.MustAsync(ada, new WriteMessage.Command(ben.Handle, "One."));
        await Community.MustAsync(ada, new WriteMessage.Command(ben.Handle, "Two."));
        Assert.Single(await ToldAsync(ben), told => told is { Kind: NotificationKind.MessageArrived, Read: false });
        Assert.Equal(1, (await UnreadAsync(ben)).Conversations);

        await Community.MustAsync(ben, new MarkConversationRead.Command(ada.Handle));
        Assert.Equal(0, (await UnreadAsync(ben)).Conversations);
        await Community.MustAsync(ada, new WriteMessage.Command(ben.Handle, "Three."));

        var messages = (await ToldAsync(ben)).Where(told => told.Kind == NotificationKind.MessageArrived).ToList();
        Assert.Equal([false, true], messages.Select(told => told.Read));
    }

    [Fact]
    public async Task Only_shown_notifications_are_marked_as_read()
    {
        var ben = await Community.InsertAsync();
        await Community.DeliverAsync(await Community.InsertAsync(), ben);
        var shown = await Community.QueryAsync(ben, new ListNotifications.Query());
        Assert.Single(shown.Notifications.Items);
        await Community.DeliverAsync(await Community.InsertAsync(), ben);

        await Community.MustAsync(ben, new MarkNotificationsRead.Command(shown.Mark));
        Assert.Equal([false, true], (await ToldAsync(ben)).Select(told => told.Read));
        Assert.Equal(1, (await UnreadAsync(ben)).Notifications);

        await Community.MustAsync(ben, new MarkNotificationsRead.Command());
        Assert.Equal(0, (await UnreadAsync(ben)).Notifications);
    }

    [Fact]
    public async Task A_mark_that_is_not_from_ones_own_page_marks_nothing()
    {
        var (ada, ben, cleo) = await Community.InsertThreeAsync();
        await Community.DeliverAsync(cleo, ada);
        await Community.DeliverAsync(cleo, ben);
        var (hers, his) = (await MarkAsync(ada), await MarkAsync(ben));

        foreach (var mark in new[] { hers, his[..^4], $"{his}A", "AAAAAAAAAAAAAAAAAAAAAAA", "no mark at all", " " })
        {
            await Community.MustAsync(ben, new MarkNotificationsRead.Command(mark));
            Assert.Equal(1, (await UnreadAsync(ben)).Notifications);
        }

        await Community.MustAsync(ben, new MarkNotificationsRead.Command(his));
        Assert.Equal(0, (await UnreadAsync(ben)).Notifications);
        Assert.Null((await Community.QueryAsync(cleo, new ListNotifications.Query())).Mark);

        async Task<string> MarkAsync(Person reader) =>
            (await Community.QueryAsync(reader, new ListNotifications.Query())).Mark!;
    }

    [Fact]
    public async Task The_list_comes_in_pages_newest_first()
    {
        var ben = await Community.InsertAsync();
        for (var letter = 0; letter < 23; letter++)
        {
            await Community.DeliverAsync(await Community.InsertAsync(), ben);
        }

        var first = (await Community.QueryAsync(ben, new ListNotifications.Query())).Notifications;
        var second = (await Community.QueryAsync(ben, new ListNotifications.Query(first.Next))).Notifications;

        Assert.Equal((20, 3), (first.Items.Count, second.Items.Count));
        Assert.Null(second.Next);
        var all = first.Items.Concat(second.Items).ToList();
        Assert.Equal(23, all.Select(told => told.Subject).Distinct().Count());
        Assert.Equal(
            all.OrderByDescending(told => told.At).Select(told => told.Subject),
            all.Select(told => told.Subject)
        );
    }

    private async Task<IReadOnlyList<ListNotifications.Row>> ToldAsync(Person person) =>
        (await Community.QueryAsync(person, new ListNotifications.Query())).Notifications.Items;

    private Task<CountUnread.View> UnreadAsync(Person person) => Community.QueryAsync(person, new CountUnread.Query());
}

public sealed class NotificationTestsOnSqlite() : NotificationTests(Database.Sqlite);

public sealed class NotificationTestsOnPostgres() : NotificationTests(Database.Postgres);
