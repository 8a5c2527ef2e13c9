using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>Who comes across whom, in search and in lists. In one place, since every reader must agree.</summary>
internal static class Findable
{
    /// <summary>Of these, whom the viewer may find: themself, their connections, and whoever lets them.</summary>
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
    /// Of these, who share a connection with the viewer, as far as the viewer is told: by the four yeses of
    /// <see cref="MutualConnections"/>. A link that counted in silence would tell that there is one.
    /// </summary>
    public static IQueryable<Member> SharingAConnection(
        this IQueryable<Member> members,
        ConnectGateContext context,
        long viewerId,
        DateTime now
    )
    {
        var suspended = context.Suspensions.InForce(now);
        var links = context.Connections.Named(now);
        var mine = links.OthersOf(viewerId).Where(link => !suspended.Any(suspension => suspension.MemberId == link));
        return members.Where(member =>
            links.Any(link => link.LowId == member.Id && mine.Contains(link.HighId))
            || links.Any(link => link.HighId == member.Id && mine.Contains(link.LowId))
        );
    }
}
