using ConnectGate.Desk.Conversations;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a reader of the first unread message in a conversation, not of the next ones. Reading the conversation
/// marks the notification as read.
/// </summary>
internal sealed class TellOfMessages(ConnectGateContext context, Actor actor)
    : INotificationHandler<MessageWritten>,
        INotificationHandler<ConversationRead>
{
    public Task Handle(MessageWritten notification, CancellationToken cancellationToken)
    {
        var message = notification.Message;
        return notification.FirstUnread
            ? context.Notifications.Tell(
                NotificationKind.MessageArrived,
                message.PublicId,
                to: notification.ReaderId,
                by: message.AuthorId,
                message.VisibleFrom
            )
            : Task.CompletedTask;
    }

    public Task Handle(ConversationRead notification, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        var author = Foundation.Data.Pair.Other(
            notification.Conversation.LowId,
            notification.Conversation.HighId,
            notification.ReaderId
        );
        return context
            .Notifications.Where(told =>
                told.MemberId == notification.ReaderId
                && told.Kind == NotificationKind.MessageArrived
                && told.ActorId == author
                && told.ReadAt == null
            )
            .ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, now), cancellationToken);
    }
}
