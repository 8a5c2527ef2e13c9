namespace ConnectGate.Ties.Groups.Roster;

/// <summary>Who is on a roster, and what that confirms. In one place, since every reader must agree.</summary>
internal static class Rosters
{
    /// <summary>Those who agreed to be listed and are not suspended.</summary>
    public static IQueryable<Membership> OnRoster(this ConnectGateContext context, DateTime now)
    {
        var suspended = context.Suspensions.InForce(now);
        return context.Memberships.Where(membership =>
            membership.IsListed && !suspended.Any(suspension => suspension.MemberId == membership.MemberId)
        );
    }

    /// <summary>
    /// Of these, the ones of groups that a moderator recognised: sharing such a group is confirmed, and counts for a
    /// policy.
    /// </summary>
    public static IQueryable<Membership> Confirming(this IQueryable<Membership> memberships) =>
        memberships.Where(membership => membership.Group.RecognisedAt != null);

    /// <summary>
    /// Of these, who share a recognised group or gathering with the viewer, on whose roster both are.
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

    /// <summary>The organisers of a group.</summary>
    public static IQueryable<Membership> OrganisersOf(this ConnectGateContext context, long groupId) =>
        context.Memberships.Where(membership => membership.GroupId == groupId && membership.IsOrganiser);
}
