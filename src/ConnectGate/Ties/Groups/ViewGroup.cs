using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Ties.Groups;

/// <summary>A group or gathering, to those who belong to it.</summary>
public static class ViewGroup
{
    /// <summary>Null where the current member doesn't belong to it.</summary>
    /// <param name="Id">Its public id.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : Foundation.Pipeline.IQuery<View?>;

    /// <summary>What a member sees.</summary>
    /// <param name="Group">The group.</param>
    /// <param name="Organised">Whether they organise it.</param>
    /// <param name="Listed">Whether they are on its roster.</param>
    /// <param name="JoinCode">What others join by, in two parts; null for who doesn't organise it, and of a closed
    /// one.</param>
    public sealed record View(GroupSeen Group, bool Organised, bool Listed, string? JoinCode);

    internal sealed class Handler(ConnectGateContext context, MyGroups groups) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await groups.FindAsync(query.Id, cancellationToken) is not { } found)
            {
                return null;
            }

            var (group, mine) = (found.Group, found.Mine);
            return new View(
                await GroupSeen.OfAsync(context, group, cancellationToken),
                mine.IsOrganiser,
                mine.IsListed,
                mine.IsOrganiser && group.ClosedAt is null ? JoinCode.Shown(group.JoinCode) : null
            );
        }
    }
}
