namespace ConnectGate.People.Accounts.Sessions;

/// <summary>
/// A program exchanges its refresh token for new tokens. Each token works once. A used token that is shown again was
/// copied by somebody, so the session ends.
/// </summary>
public static class RefreshSession
{
    [SentBy(Senders.Anybody)]
    public sealed record Command(string SessionId, int Generation) : ICommand<Refreshed>;

    /// <summary>A success in both cases, so that the end of a session is committed.</summary>
    /// <param name="Generation">Of the new token; null where the old one was refused.</param>
    public sealed record Refreshed(int? Generation);

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Command, Outcome<Refreshed>>
    {
        public async Task<Outcome<Refreshed>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var renewed = await context
                .Sessions.Where(session =>
                    session.PublicId == command.SessionId
                    && session.Kind == SessionKind.Bearer
                    && session.RefreshGeneration == command.Generation
                    && session.LastSeenAt > now - Session.IdleTime
                    && session.StartedAt > now - Session.LifeTime
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(session => session.RefreshGeneration, command.Generation + 1)
                            .SetProperty(session => session.LastSeenAt, now),
                    cancellationToken
                );
            if (renewed == 1)
            {
                return new Refreshed(command.Generation + 1);
            }

            await context
                .Sessions.Where(session => session.PublicId == command.SessionId && session.Kind == SessionKind.Bearer)
                .ExecuteDeleteAsync(cancellationToken);
            return new Refreshed(null);
        }
    }
}
