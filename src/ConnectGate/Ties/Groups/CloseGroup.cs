namespace ConnectGate.Ties.Groups;

/// <summary>An organiser closes a group or gathering: it stays as past, and nobody joins any more.</summary>
public static class CloseGroup
{
    /// <summary>Closes it. Not found where the current member doesn't organise it. Refused: <c>suspended</c>.</summary>
    /// <param name="Id">The group's public id.</param>
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
