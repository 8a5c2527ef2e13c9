namespace ConnectGate.Ties.Groups;

/// <summary>An organiser closes a group or gathering. It stays visible as past, and nobody can join it.</summary>
public static class CloseGroup
{
    /// <summary>Not found where the current member doesn't organise it. Refused: <c>suspended</c>.</summary>
    /// <exception cref="IllegalTransitionException">It is closed already.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups, Actor actor)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockToOrganiseAsync(command.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            var now = actor.Now;
            found.Group.Close(now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
