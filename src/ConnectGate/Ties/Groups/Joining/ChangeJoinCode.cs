namespace ConnectGate.Ties.Groups.Joining;

/// <summary>An organiser replaces a group's join code; the old code stops working.</summary>
public static class ChangeJoinCode
{
    /// <summary>Not found where the current member doesn't organise the group. Refused: <c>suspended</c>.</summary>
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
