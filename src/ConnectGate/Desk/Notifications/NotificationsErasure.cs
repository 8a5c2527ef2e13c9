using ConnectGate.Foundation.Portability;

namespace ConnectGate.Desk.Notifications;

/// <summary>The member's notifications, and those of others about what the member did.</summary>
internal sealed class NotificationsErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string> { [typeof(Notification)] = "deleted, also others' about the member" };

    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context
            .Notifications.Where(one => one.MemberId == leaver.Id || one.ActorId == leaver.Id)
            .ExecuteDeleteAsync(cancellationToken);
}
