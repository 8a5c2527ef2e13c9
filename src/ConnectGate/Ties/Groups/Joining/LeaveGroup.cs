using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Groups.Joining;

/// <summary>A member leaves a group. Nobody is notified.</summary>
public static class LeaveGroup
{
    /// <summary>
    /// Not found where the current member doesn't belong to the group. Refused: <c>last-organiser</c>.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockAsync(command.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            if (found.Mine.IsOrganiser && await context.OrganisersOf(found.Group.Id).CountAsync(cancellationToken) == 1)
            {
                return Outcome<Done>.Refused([OrganiseGroup.LastOrganiser]);
            }

            context.Memberships.Remove(found.Mine);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
