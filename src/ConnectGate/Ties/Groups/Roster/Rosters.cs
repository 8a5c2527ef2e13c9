namespace ConnectGate.Ties.Groups.Roster;

/// <summary>
/// The queries for rosters and for the groups that they confirm. They are in one place because all readers must agree.
/// </summary>
internal static class Rosters
{
    /// <summary>The memberships whose member agreed to be listed and is not absent.</summary>
    public static IQueryable<Membership> OnRoster(this ConnectGateContext context, DateTime now)
    {
        var absent = context.Absent(now);
        return context.Memberships.Where(membership =>
            membership.IsListed && !absent.Any(one => one.MemberId == membership.MemberId)
        );
    }

    /// <summary>
    /// The memberships of groups that a moderator recognised. To share such a group is confirmed, and counts for a
    /// policy.
    /// </summary>
    public static IQueryable<Membership> Confirming(this IQueryable<Membership> memberships) =>
        memberships.Where(membership => membership.Group.RecognisedAt != null);

    /// <summary>
    /// The members who share a recognised group or gathering with the viewer. Both must be on its roster.
    /// </summary>
    public static IQueryable<Member> SharingAGroup(
        this IQueryable<Member> members,
        ConnectGateContext context,
        long viewerId,
        DateTime now
    )
    {
        var roster = context.OnRoster(now).Confirming();
        var mine = roster.Where(membership => membership.MemberId == viewerId).Select(membership => membership.GroupId);
        return members.Where(member =>
            roster.Any(theirs => theirs.MemberId == member.Id && mine.Contains(theirs.GroupId))
        );
    }

    public static IQueryable<Membership> OrganisersOf(this ConnectGateContext context, long groupId) =>
        context.Memberships.Where(membership => membership.GroupId == groupId && membership.IsOrganiser);
}
