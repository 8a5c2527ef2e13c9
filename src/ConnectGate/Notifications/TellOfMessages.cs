using ConnectGate.Conversations;
using ConnectGate.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Notifications;

/// <summary>The first unread message of a conversation is told; those after it are found when one reads. Reading marks it as read.</summary>
internal sealed class TellOfMessages(ConnectGateContext context, TimeProvider clock) :
    INotificationHandler<MessageWritten>, INotificationHandler<ConversationRead>
{
    public Task Handle(MessageWritten notification, CancellationToken cancellationToken)
    {
        if (notification.FirstUnread)
        {
            context.Notifications.Add(new Notification
            {
                MemberId = notification.ReaderId,
                Kind = NotificationKind.MessageArrived,
                Subject = notification.Message.PublicId,
                ActorId = notification.Message.AuthorId,
                VisibleFrom = notification.Message.VisibleFrom,
            });
        }

        return Task.CompletedTask;
    }

    public Task Handle(ConversationRead notification, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var author = Shared.Pair.Other(notification.Conversation.LowId, notification.Conversation.HighId, notification.ReaderId);
        return context.Notifications
            .Where(told => told.MemberId == notification.ReaderId && told.Kind == NotificationKind.MessageArrived && told.ActorId == author && told.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, now), cancellationToken);
    }
}
