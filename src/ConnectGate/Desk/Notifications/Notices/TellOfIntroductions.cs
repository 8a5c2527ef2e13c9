using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a connector when a letter reaches them, and two members when an introduction is offered to them and when
/// both agreed. Other answers cause no notification. A notification is deleted when its page is no longer available.
/// </summary>
internal sealed class TellOfIntroductions(ConnectGateContext context)
    : INotificationHandler<RequestSent>,
        INotificationHandler<RequestTakenBack>,
        INotificationHandler<RequestWithdrawn>,
        INotificationHandler<ConnectionEnded>,
        INotificationHandler<IntroductionOffered>,
        INotificationHandler<BothAgreed>
{
    public Task Handle(RequestSent notification, CancellationToken cancellationToken)
    {
        if (notification.Request is { State: RequestState.WithConnector, IntroducedById: { } connector } request)
        {
            Tell(connector, NotificationKind.AskedToIntroduce, request.PublicId, request.SenderId, request.DeliverAt);
        }

        return Task.CompletedTask;
    }

    public Task Handle(RequestTakenBack notification, CancellationToken cancellationToken) =>
        RemoveAsync(notification.Request, cancellationToken);

    public Task Handle(RequestWithdrawn notification, CancellationToken cancellationToken) =>
        RemoveAsync(notification.Request, cancellationToken);

    public Task Handle(ConnectionEnded notification, CancellationToken cancellationToken)
    {
        var (low, high) = (notification.Connection.LowId, notification.Connection.HighId);
        return context
            .Notifications.Where(told =>
                (told.Kind == NotificationKind.AskedToIntroduce || told.Kind == NotificationKind.IntroductionOffered)
                && ((told.MemberId == low && told.ActorId == high) || (told.MemberId == high && told.ActorId == low))
            )
            .ExecuteDeleteAsync(cancellationToken);
    }

    public async Task Handle(IntroductionOffered notification, CancellationToken cancellationToken)
    {
        var offer = notification.Offer;
        var (one, other) = (offer.To[0].MemberId, offer.To[1].MemberId);
        if (
            await context.Blocks.Between(one, other).AnyAsync(cancellationToken)
            || await context.Connections.Live(offer.OfferedAt).Between(one, other).AnyAsync(cancellationToken)
            || await context
                .Suspensions.InForce(offer.OfferedAt)
                .AnyAsync(suspension => suspension.MemberId == one || suspension.MemberId == other, cancellationToken)
        )
        {
            return; // neither member can read this offer
        }

        foreach (var to in offer.To)
        {
            Tell(
                to.MemberId,
                NotificationKind.IntroductionOffered,
                offer.PublicId,
                offer.IntroducerId,
                offer.OfferedAt
            );
        }
    }

    public Task Handle(BothAgreed notification, CancellationToken cancellationToken)
    {
        var offer = notification.Offer;
        foreach (var to in offer.To)
        {
            Tell(
                to.MemberId,
                NotificationKind.BothAgreed,
                offer.PublicId,
                offer.Other(to.MemberId).MemberId,
                offer.AgreedAt!.Value
            );
        }

        return Task.CompletedTask;
    }

    private void Tell(long memberId, NotificationKind kind, string subject, long actorId, DateTime visibleFrom) =>
        context.Notifications.Add(
            new Notification
            {
                MemberId = memberId,
                Kind = kind,
                Subject = subject,
                ActorId = actorId,
                VisibleFrom = visibleFrom,
            }
        );

    // Deletes the notification even if the connector has answered: the same work in both cases reveals nothing to the
    // sender.
    private Task RemoveAsync(ConnectionRequest request, CancellationToken cancellationToken) =>
        request.IntroducedById is { } connector
            ? context
                .Notifications.Where(told =>
                    told.MemberId == connector
                    && told.Kind == NotificationKind.AskedToIntroduce
                    && told.Subject == request.PublicId
                )
                .ExecuteDeleteAsync(cancellationToken)
            : Task.CompletedTask;
}
