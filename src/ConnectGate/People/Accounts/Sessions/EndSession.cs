namespace ConnectGate.People.Accounts.Sessions;

/// <summary>
/// A member ends one of their sessions: this one by signing out, or another from their list. Its cookie or token stops
/// working at once.
/// </summary>
public static class EndSession
{
    /// <summary>Not found where the session is not theirs.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken) =>
            await context
                .Sessions.Where(session => session.PublicId == command.Id && session.AccountId == actor.Id)
                .ExecuteDeleteAsync(cancellationToken) == 1
                ? default(Done)
                : Outcome<Done>.NotFound();
    }
}

public static class EndAllSessions
{
    /// <param name="Except">The session to keep; null ends all.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string? Except = null) : ICommand<Done>;

    internal sealed class Handler(SessionRows sessions, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await sessions.EndAllAsync(actor.Id, command.Except, cancellationToken);
            return default(Done);
        }
    }
}
