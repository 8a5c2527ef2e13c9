namespace ConnectGate.People.Accounts.Sessions;

/// <summary>A member's sessions, the last used first.</summary>
public static class ListSessions
{
    /// <summary>The most rows; older sessions end by themselves.</summary>
    public const int Most = 100;

    /// <summary>Leaves out sessions that have ended.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="Id">For ending the session.</param>
    /// <param name="Kind">Browser or program.</param>
    /// <param name="Device">As the device named itself.</param>
    /// <param name="StartedAt">The time of the sign-in.</param>
    /// <param name="LastSeenAt">Accurate to the hour.</param>
    public sealed record Row(string Id, SessionKind Kind, string Device, DateTime StartedAt, DateTime LastSeenAt);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            return await context
                .Sessions.Where(session =>
                    session.AccountId == actor.Id
                    && session.LastSeenAt > now - Session.IdleTime
                    && session.StartedAt > now - Session.LifeTime
                )
                .OrderByDescending(session => session.LastSeenAt)
                .ThenByDescending(session => session.Id)
                .Take(Most)
                .Select(session => new Row(
                    session.PublicId,
                    session.Kind,
                    session.Device,
                    session.StartedAt,
                    session.LastSeenAt
                ))
                .ToListAsync(cancellationToken);
        }
    }
}
