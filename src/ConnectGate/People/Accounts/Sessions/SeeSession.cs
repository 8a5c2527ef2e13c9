namespace ConnectGate.People.Accounts.Sessions;

/// <summary>Records that a session is in use, at most once an hour.</summary>
public static class SeeSession
{
    /// <summary>The time between two records.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    [SentBy(Senders.Members)]
    public sealed record Command(string SessionId) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            await context
                .Sessions.Where(session => session.PublicId == command.SessionId && session.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
            return default(Done);
        }
    }
}
