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
    public Task Handle(RequestSent notification, CancellationToken cancellationToken) =>
        notification.Request is { State: RequestState.WithConnector, IntroducedById: { } connector } request
            ? context.Notifications.Tell(
                NotificationKind.AskedToIntroduce,
                request.PublicId,
                to: connector,
                by: request.SenderId,
                request.DeliverAt
            )
            : Task.CompletedTask;

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
            await context.Connections.Live(offer.OfferedAt).Between(one, other).AnyAsync(cancellationToken)
            || await context
                .Absent(offer.OfferedAt)
                .AnyAsync(absent => absent.MemberId == one || absent.MemberId == other, cancellationToken)
        )
        {
            return; // neither member can read this offer
        }

        foreach (var (to, about) in new[] { (one, other), (other, one) })
        {
            if (await context.Blocks.ShownTo(to, offer.OfferedAt).ContainsAsync(about, cancellationToken))
            {
                continue;
            }

            await context.Notifications.Tell(
                NotificationKind.IntroductionOffered,
                offer.PublicId,
                to,
                by: offer.IntroducerId,
                offer.OfferedAt
            );
        }
    }

    public async Task Handle(BothAgreed notification, CancellationToken cancellationToken)
    {
        var offer = notification.Offer;
        foreach (var to in offer.To)
        {
            await context.Notifications.Tell(
                NotificationKind.BothAgreed,
                offer.PublicId,
                to.MemberId,
                by: offer.Other(to.MemberId).MemberId,
                offer.AgreedAt!.Value
            );
        }
    }

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
