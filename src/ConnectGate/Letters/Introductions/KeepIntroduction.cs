using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>Adds the row for the connector's answer when a letter is sent to a connector.</summary>
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
