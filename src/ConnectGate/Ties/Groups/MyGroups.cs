namespace ConnectGate.Ties.Groups;

/// <summary>Finds and locks the groups that the current member belongs to. Any other group counts as missing.</summary>
internal sealed class MyGroups(ConnectGateContext context, Actor actor)
{
    /// <summary>Null where the current member doesn't belong to the group.</summary>
    public Task<Found?> FindAsync(string publicId, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        return context
            .Memberships.Where(membership => membership.MemberId == me && membership.Group.PublicId == publicId)
            .Select(membership => new Found(membership.Group, membership))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Like <see cref="FindAsync"/>, and locks the group until the transaction ends.</summary>
    public async Task<Found?> LockAsync(string publicId, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicId, cancellationToken) is not { } found)
        {
            return null;
        }

        await LockAsync(found.Group, cancellationToken);
        context.ChangeTracker.Clear();
        return await FindAsync(publicId, cancellationToken);
    }

    /// <summary>
    /// Locks the group and the current member until the transaction ends. A lock on its maker's row serves as the lock
    /// on the group.
    /// </summary>
    public Task LockAsync(Group group, CancellationToken cancellationToken) =>
        context.LockMembersAsync(cancellationToken, actor.Id, group.MadeById);

    /// <summary>
    /// Like <see cref="LockAsync(string, CancellationToken)"/>; null also where the current member doesn't organise the
    /// group.
    /// </summary>
    public async Task<Found?> LockToOrganiseAsync(string publicId, CancellationToken cancellationToken) =>
        await LockAsync(publicId, cancellationToken) is { Mine.IsOrganiser: true } found ? found : null;

    /// <summary>
    /// Like <see cref="LockToOrganiseAsync(string, CancellationToken)"/>, but returns the membership of the member with
    /// this handle; null also where there is none.
    /// </summary>
    public async Task<Membership?> LockToOrganiseAsync(
        string publicId,
        string handle,
        CancellationToken cancellationToken
    ) =>
        await LockToOrganiseAsync(publicId, cancellationToken) is { } found
        && await context.Members.IdOfAsync(handle, cancellationToken) is { } memberId
            ? await context.Memberships.SingleOrDefaultAsync(
                membership => membership.GroupId == found.Group.Id && membership.MemberId == memberId,
                cancellationToken
            )
            : null;

    /// <summary>
    /// Adds the current member without saving. Changes nothing for a member who already belongs to the group.
    /// </summary>
    public async Task JoinAsync(Group group, bool listed, DateTime now, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        if (
            !await context.Memberships.AnyAsync(
                membership => membership.GroupId == group.Id && membership.MemberId == me,
                cancellationToken
            )
        )
        {
            context.Memberships.Add(Membership.Join(group, me, listed, now));
        }
    }

    internal sealed record Found(Group Group, Membership Mine);
}
