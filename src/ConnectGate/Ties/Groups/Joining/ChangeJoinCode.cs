namespace ConnectGate.Ties.Groups.Joining;

/// <summary>An organiser makes a group's join code worthless and gets a new one.</summary>
public static class ChangeJoinCode
{
    /// <summary>
    /// Changes it. Not found where the current member doesn't organise the group. Refused: <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockToOrganiseAsync(command.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            found.Group.ChangeCode();
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
