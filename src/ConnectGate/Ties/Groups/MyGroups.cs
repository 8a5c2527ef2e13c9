namespace ConnectGate.Ties.Groups;

/// <summary>
/// The groups that the current member belongs to; all others are not found. Takes one out to be changed.
/// </summary>
internal sealed class MyGroups(ConnectGateContext context, Actor actor)
{
    /// <summary>The group and the current member's part in it; null where they have none.</summary>
    public Task<Found?> FindAsync(string publicId, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        return context
            .Memberships.Where(membership => membership.MemberId == me && membership.Group.PublicId == publicId)
            .Select(membership => new Found(membership.Group, membership))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>As <see cref="FindAsync"/>, and nothing about the group changes until the transaction ends.</summary>
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
    /// Holds the group, and the current member, until the transaction ends. The maker's row stands for the group's.
    /// </summary>
    public Task LockAsync(Group group, CancellationToken cancellationToken) =>
        context.LockMembersAsync(cancellationToken, actor.Id, group.MadeById);

    /// <summary>As <see cref="LockAsync(string, CancellationToken)"/>, for who organises it.</summary>
    public async Task<Found?> LockToOrganiseAsync(string publicId, CancellationToken cancellationToken) =>
        await LockAsync(publicId, cancellationToken) is { Mine.IsOrganiser: true } found ? found : null;

    /// <summary>
    /// As <see cref="LockToOrganiseAsync(string, CancellationToken)"/>, for what concerns somebody who belongs: their
    /// part in it; null where they have none.
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

    /// <summary>Makes the current member belong, unsaved; who belongs already stays as they are.</summary>
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

    /// <summary>A group, and the current member's part in it.</summary>
    internal sealed record Found(Group Group, Membership Mine);
}
