using ConnectGate.Letters.Talks;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies the reader of each message in a talk, because the reader's turn comes next. A message that is not delivered
/// gets a notification that is never visible.
/// </summary>
internal sealed class TellOfTalks(ConnectGateContext context) : INotificationHandler<TalkWritten>
{
    public Task Handle(TalkWritten notification, CancellationToken cancellationToken)
    {
        var (letter, message) = (notification.Letter, notification.Message);
        var bySender = message.AuthorId == letter.SenderId;
        context.Notifications.Add(
            new Notification
            {
                MemberId = bySender ? letter.RecipientId : letter.SenderId,
                Kind = bySender ? NotificationKind.SenderAnswered : NotificationKind.RecipientWrote,
                Subject = letter.PublicId,
                Number = notification.Number,
                ActorId = message.AuthorId,
                VisibleFrom = message.IsDelivered ? message.WrittenAt : Notification.Never,
            }
        );
        return Task.CompletedTask;
    }
}
