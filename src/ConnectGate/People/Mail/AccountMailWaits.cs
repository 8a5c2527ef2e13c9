using ConnectGate.People.Accounts;

namespace ConnectGate.People.Mail;

/// <summary>Puts mail about accounts into the outbox.</summary>
internal sealed class AccountMailWaits(Outbox outbox) : INotificationHandler<AccountMailWritten>
{
    public Task Handle(AccountMailWritten notification, CancellationToken cancellationToken)
    {
        outbox.Add(notification.To, notification.Subject, notification.Body);
        return Task.CompletedTask;
    }
}
