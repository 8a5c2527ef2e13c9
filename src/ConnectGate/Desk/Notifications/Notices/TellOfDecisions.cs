using ConnectGate.Desk.Inbox;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a sender of a connection at the end of its grace and of a decline with words. A silent decline causes no
/// notification.
/// </summary>
internal sealed class TellOfDecisions(ConnectGateContext context, Actor actor)
    : INotificationHandler<RequestAccepted>,
        INotificationHandler<AcceptanceOverruled>,
        INotificationHandler<RequestDeclined>
{
    public Task Handle(RequestAccepted notification, CancellationToken cancellationToken) =>
        TellSender(notification.Request, NotificationKind.Connected, notification.Connection.ValidFrom);

    public Task Handle(AcceptanceOverruled notification, CancellationToken cancellationToken) =>
        context
            .Notifications.Where(told =>
                told.MemberId == notification.Request.SenderId
                && told.Kind == NotificationKind.Connected
                && told.Subject == notification.Request.PublicId
            )
            .ExecuteDeleteAsync(cancellationToken);

    public Task Handle(RequestDeclined notification, CancellationToken cancellationToken) =>
        notification.NowWithWords
            ? TellSender(notification.Request, NotificationKind.DeclinedWithWords, actor.Now)
            : Task.CompletedTask;

    private Task TellSender(ConnectionRequest request, NotificationKind kind, DateTime visibleFrom) =>
        context.Notifications.Tell(kind, request.PublicId, to: request.SenderId, by: request.RecipientId, visibleFrom);
}
