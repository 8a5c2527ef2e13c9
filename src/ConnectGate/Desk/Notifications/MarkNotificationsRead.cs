namespace ConnectGate.Desk.Notifications;

/// <summary>A member has seen their notifications.</summary>
public static class MarkNotificationsRead
{
    /// <summary>Marks what was shown as read.</summary>
    /// <param name="UpTo">The <see cref="ListNotifications.Row.Mark"/> of the newest that was shown; null for all there
    /// are now.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string? UpTo = null) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var shown = context.Notifications.Where(told =>
                told.MemberId == me && told.VisibleFrom <= now && told.ReadAt == null
            );
            if (Cursor.Parse(command.UpTo) is { } newest)
            {
                shown = shown.Where(told =>
                    told.VisibleFrom < newest.At || (told.VisibleFrom == newest.At && told.Id <= newest.Id)
                );
            }

            await shown.ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, now), cancellationToken);
            return default(Done);
        }
    }
}
