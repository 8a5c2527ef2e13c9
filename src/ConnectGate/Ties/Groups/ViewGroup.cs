using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Ties.Groups;

/// <summary>A group or gathering, for its members only.</summary>
public static class ViewGroup
{
    /// <summary>Null where the current member doesn't belong to it.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : Foundation.Pipeline.IQuery<View?>;

    /// <param name="Organised">Whether the current member organises it.</param>
    /// <param name="Listed">Whether the current member is on its roster.</param>
    /// <param name="JoinCode">In two parts; null where the reader doesn't organise the group, or the group is
    /// closed.</param>
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
