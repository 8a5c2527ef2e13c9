using ConnectGate.Letters.Talks;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Each message of a talk is told to its reader, since the next is theirs. What reaches nobody is told to nobody.
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
