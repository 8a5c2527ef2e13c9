namespace ConnectGate.People.Accounts.Sessions;

/// <summary>
/// A program trades its refresh token for new tokens. Each is good once; a used one shown again was copied by somebody,
/// and ends the session.
/// </summary>
public static class RefreshSession
{
    /// <summary>Takes the token.</summary>
    /// <param name="SessionId">From the token.</param>
    /// <param name="Generation">From the token.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Command(string SessionId, int Generation) : ICommand<Refreshed>;

    /// <summary>How it came out; a success either way, so that the ended session is committed.</summary>
    /// <param name="Generation">Of the new token; null where there is none to have.</param>
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
