using ConnectGate.Gate;
using ConnectGate.Gate.Rules;

namespace ConnectGate.Ties.Groups.Roster;

/// <summary>
/// The groups and gatherings that two members share. Each learns only of those with both members on the roster. No
/// page, search or answer of the gate reveals a member who did not agree to be listed.
/// </summary>
public static class SharedContext
{
    /// <summary>The most groups and gatherings in one answer.</summary>
    public const int Most = 20;

    /// <param name="BeginsOn">The first day of a gathering; null for a group.</param>
    /// <param name="EndsOn">The last day of a gathering; null for a group.</param>
    /// <param name="Confirmed">Whether a moderator recognised it. A group without that confirms nothing.</param>
    public sealed record Shared(
        string Id,
        string Name,
        GroupKind Kind,
        DateOnly? BeginsOn,
        DateOnly? EndsOn,
        bool Confirmed
    );

    /// <summary>
    /// The confirmed first, then the newest; at most <see cref="Most"/>. Both members get the same answer.
    /// </summary>
    internal static IQueryable<Group> FewOf(ConnectGateContext context, long one, long other, DateTime now) =>
        Between(context, one, other, now)
            .OrderByDescending(group => group.RecognisedAt != null)
            .ThenByDescending(group => group.BeginsOn)
            .ThenByDescending(group => group.Id)
            .Take(Most);

    /// <summary>
    /// The names of the groups and gatherings that the viewer shares with each of several members, by their keys. Those
    /// without any are left out.
    /// </summary>
    internal static async Task<ILookup<long, string>> NamesAsync(
        ConnectGateContext context,
        long viewerId,
        IReadOnlyCollection<long> otherIds,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (otherIds.Count == 0)
        {
            return Array.Empty<string>().ToLookup(_ => 0L);
        }

        var roster = context.OnRoster(now);
        var mine = roster.Where(membership => membership.MemberId == viewerId).Select(membership => membership.GroupId);
        var shared = await roster
            .Where(theirs =>
                theirs.MemberId != viewerId && otherIds.Contains(theirs.MemberId) && mine.Contains(theirs.GroupId)
            )
            .OrderByDescending(theirs => theirs.Group.RecognisedAt != null)
            .ThenByDescending(theirs => theirs.GroupId)
            .Select(theirs => new { theirs.MemberId, theirs.Group.Name })
            .ToListAsync(cancellationToken);
        return shared.ToLookup(theirs => theirs.MemberId, theirs => theirs.Name);
    }

    /// <summary>The groups and gatherings on whose roster the member is, with their names.</summary>
    internal static async Task<IReadOnlyList<(long Id, string Name)>> OfMemberAsync(
        ConnectGateContext context,
        long memberId,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await context
                    .OnRoster(now)
                    .Where(membership => membership.MemberId == memberId)
                    .Select(membership => new { membership.GroupId, membership.Group.Name })
                    .ToListAsync(cancellationToken)
            ).Select(group => (group.GroupId, group.Name)),
        ];

    /// <summary>
    /// The group that the sender of a letter picked. Null where the two don't share it or no moderator recognised it,
    /// unless the letter was already sent with it.
    /// </summary>
    /// <param name="sentWith">The group of the sent letter, for a correction; null for a new letter.</param>
    internal static async Task<PickedGroup?> PickedAsync(
        ConnectGateContext context,
        (long SenderId, long RecipientId) pair,
        string? publicId,
        long? sentWith,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(publicId))
        {
            return null;
        }

        var confirmed = Between(context, pair.SenderId, pair.RecipientId, now)
            .Where(group => group.RecognisedAt != null);
        var found = await context
            .Groups.Where(group =>
                group.PublicId == publicId && (group.Id == sentWith || confirmed.Any(shared => shared.Id == group.Id))
            )
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.Kind,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new PickedGroup(
                found.Id,
                found.Name,
                found.Kind == GroupKind.Gathering ? Reason.SameEvent : Reason.SameGroup
            );
    }

    private static IQueryable<Group> Between(ConnectGateContext context, long one, long other, DateTime now)
    {
        var roster = context.OnRoster(now);
        var theirs = roster
            .Where(membership => membership.MemberId == other && other != one)
            .Select(membership => membership.GroupId);
        return roster
            .Where(membership => membership.MemberId == one && theirs.Contains(membership.GroupId))
            .Select(membership => membership.Group);
    }
}
