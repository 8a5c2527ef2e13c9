using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>What goes to a connector gets the place for their answer.</summary>
internal sealed class KeepIntroduction(ConnectGateContext context) : INotificationHandler<RequestSent>
{
    public Task Handle(RequestSent notification, CancellationToken cancellationToken)
    {
        if (notification.Request.State == RequestState.WithConnector)
        {
            context.Introductions.Add(Introduction.Of(notification.Request));
        }

        return Task.CompletedTask;
    }
}
