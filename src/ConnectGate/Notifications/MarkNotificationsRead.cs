using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Notifications;

/// <summary>A member has seen their notifications.</summary>
public static class MarkNotificationsRead
{
    /// <summary>Marks what was shown as read.</summary>
    /// <param name="UpTo">The <see cref="ListNotifications.Row.Mark"/> of the newest that was shown; null for all there are now.</param>
    public sealed record Command(string? UpTo = null) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
