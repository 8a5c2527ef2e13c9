namespace ConnectGate.Desk.Notifications;

public static class MarkNotificationsRead
{
    /// <summary>Marks the notifications up to the given mark as read.</summary>
    /// <param name="UpTo">The <see cref="ListNotifications.Row.Mark"/> of the newest notification on the page; null for
    /// all current ones.</param>
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
