namespace ConnectGate.Desk.Notifications.Notices;

internal static class Telling
{
    /// <summary>Adds a notification.</summary>
    /// <param name="to">The id of the member who gets it.</param>
    /// <param name="by">The id of the member who acted; null where the reader must not learn it.</param>
    public static Task Tell(
        this DbSet<Notification> notifications,
        NotificationKind kind,
        string subject,
        long to,
        long? by,
        DateTime visibleFrom
    )
    {
        notifications.Add(
            new Notification
            {
                MemberId = to,
                Kind = kind,
                Subject = subject,
                ActorId = by,
                VisibleFrom = visibleFrom,
            }
        );
        return Task.CompletedTask;
    }
}
