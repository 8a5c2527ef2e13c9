using ConnectGate.Desk.Inbox;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a member once when they are asked for a reference, and the asker of the first answer. There are no
/// reminders. An unread notification is deleted when its question ends. The member whom a reference is about gets no
/// notification, and their acts run the same statements whether or not a reference exists.
/// </summary>
internal sealed class TellOfReferences(ConnectGateContext context)
    : INotificationHandler<ReferenceAsked>,
        INotificationHandler<ReferenceAnswered>,
        INotificationHandler<ReferencesGone>,
        INotificationHandler<RequestWithdrawn>,
        INotificationHandler<RequestDeclined>,
        INotificationHandler<RequestAccepted>
{
    public Task Handle(ReferenceAsked notification, CancellationToken cancellationToken)
    {
        var reference = notification.Reference;
        return context.Notifications.Tell(
            NotificationKind.ReferenceAsked,
            reference.PublicId,
            to: reference.AskedId,
            by: reference.AskerId,
            reference.AskedAt
        );
    }

    public Task Handle(ReferenceAnswered notification, CancellationToken cancellationToken)
    {
        var reference = notification.Reference;
        return notification.First
            ? context.Notifications.Tell(
                NotificationKind.ReferenceAnswered,
                reference.PublicId,
                to: reference.AskerId,
                by: reference.AskedId,
                reference.AnsweredAt!.Value
            )
            : Task.CompletedTask;
    }

    public Task Handle(ReferencesGone notification, CancellationToken cancellationToken) =>
        context
            .Notifications.Where(told =>
                (told.Kind == NotificationKind.ReferenceAsked || told.Kind == NotificationKind.ReferenceAnswered)
                && (
                    notification.MemberIds.Contains(told.MemberId)
                    || notification.MemberIds.Contains(told.ActorId!.Value)
                )
                && !context.References.Any(reference => reference.PublicId == told.Subject)
            )
            .ExecuteDeleteAsync(cancellationToken);

    public Task Handle(RequestWithdrawn notification, CancellationToken cancellationToken) =>
        EndAsync(notification.Request, cancellationToken);

    public Task Handle(RequestDeclined notification, CancellationToken cancellationToken) =>
        notification.HasReferences ? EndAsync(notification.Request, cancellationToken) : Task.CompletedTask;

    public Task Handle(RequestAccepted notification, CancellationToken cancellationToken) =>
        notification.HasReferences ? EndAsync(notification.Request, cancellationToken) : Task.CompletedTask;

    private Task<int> EndAsync(ConnectionRequest letter, CancellationToken cancellationToken) =>
        context
            .Notifications.Where(told =>
                told.Kind == NotificationKind.ReferenceAsked
                && told.ReadAt == null
                && told.ActorId == letter.RecipientId
                && context.References.Any(reference =>
                    reference.PublicId == told.Subject && reference.RequestId == letter.Id
                )
            )
            .ExecuteDeleteAsync(cancellationToken);
}
