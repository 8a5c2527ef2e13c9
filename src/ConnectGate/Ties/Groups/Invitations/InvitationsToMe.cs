namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// The invitations that the current member can answer: sent to their confirmed address, not declined, and to an open
/// group that they don't belong to. Any other invitation counts as missing.
/// </summary>
internal sealed class InvitationsToMe(ConnectGateContext context, Actor actor, MyGroups groups)
{
    public IQueryable<Found> All()
    {
        var me = actor.Id;
        return from account in context.Users
            where account.Id == me && account.EmailConfirmed
            join invitation in context.Invitations on account.NormalizedEmail equals invitation.NormalizedEmail
            join invitedTo in context.Groups on invitation.GroupId equals invitedTo.Id
            where
                invitation.DeclinedAt == null
                && invitedTo.ClosedAt == null
                && !context.Memberships.Any(membership =>
                    membership.GroupId == invitedTo.Id && membership.MemberId == me
                )
            select new Found { Group = invitedTo, Invitation = invitation };
    }

    /// <summary>Null where the current member has no such invitation.</summary>
    public Task<Found?> FindAsync(string groupId, CancellationToken cancellationToken) =>
        All().SingleOrDefaultAsync(found => found.Group.PublicId == groupId, cancellationToken);

    /// <summary>Like <see cref="FindAsync"/>, and locks the group until the transaction ends.</summary>
    public async Task<Found?> LockAsync(string groupId, CancellationToken cancellationToken)
    {
        if (await FindAsync(groupId, cancellationToken) is not { } found)
        {
            return null;
        }

        await groups.LockAsync(found.Group, cancellationToken);
        context.ChangeTracker.Clear();
        return await FindAsync(groupId, cancellationToken);
    }

    internal sealed class Found
    {
        public required Group Group { get; init; }
        public required Invitation Invitation { get; init; }
    }
}
