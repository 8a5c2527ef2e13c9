using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Notifications;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

internal static class ListsOfDesk
{
    public static readonly PagedList[] All =
    [
        new PagedList<ReviewInbox.Query>(
            stage => stage.EachAsync(other => stage.Community.DeliverAsync(other, stage.Me)),
            async (stage, cursor) =>
                PagedList.Shown(
                    (await stage.Community.QueryAsync(stage.Me, new ReviewInbox.Query(Cursor: cursor))).Letters
                )
        ),
        new PagedList<ListConversations.Query>(
            stage => stage.AddAsync(other => Written(stage, other, Conversation.Between(stage.Me.Id, other.Id))),
            async (stage, cursor) =>
                PagedList.Shown(await stage.Community.QueryAsync(stage.Me, new ListConversations.Query(cursor)))
        ),
        new PagedList<ReadConversation.Query>(WriteToMeAsync, async (stage, handle, cursor) =>
            PagedList.Shown(
                (await stage.Community.QueryAsync(stage.Me, new ReadConversation.Query(handle, cursor)))!.Messages
            )
        ),
        new PagedList<ListNotifications.Query>(
            stage =>
                stage.AddAsync(other => new Notification
                {
                    MemberId = stage.Me.Id,
                    Kind = NotificationKind.LetterArrived,
                    Subject = other.Handle,
                    ActorId = other.Id,
                    VisibleFrom = stage.Now,
                }),
            async (stage, cursor) =>
                PagedList.Shown(
                    (await stage.Community.QueryAsync(stage.Me, new ListNotifications.Query(cursor))).Notifications
                )
        ),
    ];

    private static async Task<string> WriteToMeAsync(Stage stage)
    {
        var author = await stage.Community.InsertAsync();
        var conversation = Conversation.Between(stage.Me.Id, author.Id);
        await stage.AddAsync(_ => Written(stage, author, conversation));
        return author.Handle;
    }

    private static Message Written(Stage stage, Person author, Conversation conversation) =>
        new()
        {
            Conversation = conversation,
            AuthorId = author.Id,
            Kind = MessageKind.Written,
            Text = "High water at four.",
            WrittenAt = stage.Now,
            VisibleFrom = stage.Now,
        };
}
