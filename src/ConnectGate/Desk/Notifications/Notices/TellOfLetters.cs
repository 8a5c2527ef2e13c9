using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a recipient once, when a letter is delivered. There are no reminders. When an unopened letter becomes
/// unavailable, its notification is deleted. One statement runs whether or not the notification exists, so a sender who
/// withdraws cannot learn if the letter was opened.
/// </summary>
internal sealed class TellOfLetters(ConnectGateContext context)
    : INotificationHandler<RequestSent>,
        INotificationHandler<RequestPassedOn>,
        INotificationHandler<RequestCrossed>,
        INotificationHandler<RequestTakenBack>,
        INotificationHandler<RequestWithdrawn>,
        INotificationHandler<MemberBlocked>,
        INotificationHandler<MemberSuspended>
{
    public Task Handle(RequestSent notification, CancellationToken cancellationToken) =>
        notification.Request.State == RequestState.WithConnector
            ? Task.CompletedTask
            : TellRecipient(notification.Request);

    public Task Handle(RequestPassedOn notification, CancellationToken cancellationToken) =>
        TellRecipient(notification.Request);

    public Task Handle(RequestCrossed notification, CancellationToken cancellationToken) =>
        OfLetter(notification.Request)
            .ExecuteUpdateAsync(
                set => set.SetProperty(letter => letter.VisibleFrom, notification.Request.DeliverAt),
                cancellationToken
            );

    public Task Handle(RequestTakenBack notification, CancellationToken cancellationToken) =>
        RemoveAsync(notification.Request, cancellationToken);

    public Task Handle(RequestWithdrawn notification, CancellationToken cancellationToken) =>
        RemoveAsync(notification.Request, cancellationToken);

    public Task Handle(MemberBlocked notification, CancellationToken cancellationToken)
    {
        var (one, other) = (notification.Block.BlockerId, notification.Block.BlockedId);
        return Unopened
            .Where(letter =>
                (letter.MemberId == one && letter.ActorId == other)
                || (letter.MemberId == other && letter.ActorId == one)
            )
            .ExecuteDeleteAsync(cancellationToken);
    }

    public Task Handle(MemberSuspended notification, CancellationToken cancellationToken) =>
        Unopened
            .Where(letter => letter.ActorId == notification.Suspension.MemberId)
            .ExecuteDeleteAsync(cancellationToken);

    private IQueryable<Notification> Unopened =>
        context.Notifications.Where(notification =>
            notification.Kind == NotificationKind.LetterArrived
            && !context.Requests.Any(request => request.PublicId == notification.Subject && request.OpenedAt != null)
        );

    private Task TellRecipient(ConnectionRequest request) =>
        context.Notifications.Tell(
            NotificationKind.LetterArrived,
            request.PublicId,
            to: request.RecipientId,
            by: request.SenderId,
            request.DeliverAt
        );

    private Task<int> RemoveAsync(ConnectionRequest request, CancellationToken cancellationToken) =>
        OfLetter(request).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<Notification> OfLetter(ConnectionRequest request) =>
        Unopened.Where(letter => letter.MemberId == request.RecipientId && letter.Subject == request.PublicId);
}
