using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// A connector is told that they are asked when the letter reaches them; two members of an introduction offered to
/// them, and when both agreed. Nobody is told of any other answer. What is no longer there to read goes with its
/// notification.
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
            return; // it is not there to read
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

    // Whether or not it was answered: the sender of a letter by way of a connector cannot tell by what is done.
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
