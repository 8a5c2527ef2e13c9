using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>
/// The queries for the members whom a viewer may find, in search and in lists. They are in one place because all
/// readers must agree.
/// </summary>
internal static class Findable
{
    /// <summary>
    /// The members whom the viewer may find: the viewer, their connections, and members whose settings allow it.
    /// </summary>
    public static IQueryable<Member> FindableBy(
        this IQueryable<Member> members,
        ConnectGateContext context,
        long viewerId,
        DateTime now
    )
    {
        var connected = context.Connections.Live(now).OthersOf(viewerId);
        var sharing = context.Members.SharingAConnection(context, viewerId, now);
        var inAGroup = context.Members.SharingAGroup(context, viewerId, now);
        return members.Where(member =>
            member.FoundBy == FoundBy.AllMembers
            || member.Id == viewerId
            || connected.Contains(member.Id)
            || (
                member.FoundBy == FoundBy.Sharing
                && (sharing.Any(other => other.Id == member.Id) || inAGroup.Any(other => other.Id == member.Id))
            )
        );
    }

    /// <summary>
    /// The members who share a connection with the viewer. Only links with the four agreements of
    /// <see cref="MutualConnections"/> count: any other link would reveal that it exists.
    /// </summary>
    public static IQueryable<Member> SharingAConnection(
        this IQueryable<Member> members,
        ConnectGateContext context,
        long viewerId,
        DateTime now
    )
    {
        var absent = context.Absent(now);
        var links = context.Connections.Named(now);
        var mine = links.OthersOf(viewerId).Where(link => !absent.Any(one => one.MemberId == link));
        return members.Where(member =>
            links.Any(link => link.LowId == member.Id && mine.Contains(link.HighId))
            || links.Any(link => link.HighId == member.Id && mine.Contains(link.LowId))
        );
    }
}
