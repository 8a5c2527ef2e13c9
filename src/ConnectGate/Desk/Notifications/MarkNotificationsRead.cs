namespace ConnectGate.Desk.Notifications;

public static class MarkNotificationsRead
{
    /// <summary>Marks the notifications up to the given mark as read.</summary>
    /// <param name="UpTo">The <see cref="ListNotifications.View.Mark"/> of the page; null or empty for all current
    /// ones. Anything else marks none, because nobody knows what its page showed.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string? UpTo = null) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<ListNotifications.Query> cursors)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var shown = context.Notifications.Where(told =>
                told.MemberId == me && told.VisibleFrom <= now && told.ReadAt == null
            );
            if (command.UpTo is { Length: > 0 } mark)
            {
                if (cursors.Read(mark) is not { } newest)
                {
                    return default(Done);
                }

                shown = shown.Where(told =>
                    told.VisibleFrom < newest.At || (told.VisibleFrom == newest.At && told.Id <= newest.Id)
                );
            }

            await shown.ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, now), cancellationToken);
            return default(Done);
        }
    }
}
