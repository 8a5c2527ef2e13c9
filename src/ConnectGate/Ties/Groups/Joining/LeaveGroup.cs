using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Groups.Joining;

/// <summary>A member leaves a group, quietly.</summary>
public static class LeaveGroup
{
    /// <summary>Leaves. Not found where they don't belong. Refused: <c>last-organiser</c>.</summary>
    /// <param name="Id">The group's public id.</param>
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
