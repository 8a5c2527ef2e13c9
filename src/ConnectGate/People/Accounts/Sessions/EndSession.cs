namespace ConnectGate.People.Accounts.Sessions;

/// <summary>
/// A member ends one of their sessions: this one by signing out, another from their list. Its cookie or token is worth
/// nothing from then on.
/// </summary>
public static class EndSession
{
    /// <summary>Ends it. Not found where it is not theirs.</summary>
    /// <param name="Id">The session's id.</param>
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

/// <summary>A member signs out everywhere.</summary>
public static class EndAllSessions
{
    /// <summary>Ends every session of theirs.</summary>
    /// <param name="Except">The session to keep, if any.</param>
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
