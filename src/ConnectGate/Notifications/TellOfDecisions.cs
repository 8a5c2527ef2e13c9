using ConnectGate.Data;
using ConnectGate.Inbox;
using ConnectGate.Members;
using ConnectGate.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Notifications;

/// <summary>Tells a sender of a connection once its grace is over, and of words; of nothing else. Tells a member that they were suspended.</summary>
internal sealed class TellOfDecisions(ConnectGateContext context, TimeProvider clock) :
    INotificationHandler<RequestAccepted>, INotificationHandler<AcceptanceOverruled>, INotificationHandler<RequestDeclined>,
    INotificationHandler<MemberSuspended>
{
    public Task Handle(RequestAccepted notification, CancellationToken cancellationToken) =>
        TellSender(notification.Request, NotificationKind.Connected, notification.Connection.ValidFrom);

    public Task Handle(AcceptanceOverruled notification, CancellationToken cancellationToken) => context.Notifications
        .Where(told => told.MemberId == notification.Request.SenderId && told.Kind == NotificationKind.Connected && told.Subject == notification.Request.PublicId)
        .ExecuteDeleteAsync(cancellationToken);

    public Task Handle(RequestDeclined notification, CancellationToken cancellationToken) => notification.NowWithWords
        ? TellSender(notification.Request, NotificationKind.DeclinedWithWords, clock.GetUtcNow().UtcDateTime)
        : Task.CompletedTask;

    public Task Handle(MemberSuspended notification, CancellationToken cancellationToken)
    {
        context.Notifications.Add(new Notification
        {
            MemberId = notification.Suspension.MemberId,
            Kind = NotificationKind.Suspended,
            Subject = Shared.PublicId.Next(),
            VisibleFrom = notification.Suspension.From,
        });
        return Task.CompletedTask;
    }

    private Task TellSender(ConnectionRequest request, NotificationKind kind, DateTime visibleFrom)
    {
        context.Notifications.Add(new Notification
        {
            MemberId = request.SenderId,
            Kind = kind,
            Subject = request.PublicId,
            ActorId = request.RecipientId,
            VisibleFrom = visibleFrom,
        });
        return Task.CompletedTask;
    }
}
