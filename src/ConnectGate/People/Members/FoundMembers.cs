using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.People.Members;

/// <summary>Queries on members that several use cases share.</summary>
internal static class FoundMembers
{
    /// <summary>The key of the member with that handle; null where there is none.</summary>
    public static async Task<long?> IdOfAsync(
        this IQueryable<Member> members,
        string handle,
        CancellationToken cancellationToken
    ) =>
        Handle.Of(handle) is { Value: var value }
            ? await members
                .Where(member => member.Handle == value)
                .Select(member => (long?)member.Id)
                .SingleOrDefaultAsync(cancellationToken)
            : null;

    /// <summary>The suspensions that have not ended.</summary>
    public static IQueryable<Suspension> InForce(this IQueryable<Suspension> suspensions, DateTime now) =>
        suspensions.Where(suspension => suspension.Until == null || suspension.Until > now);

    /// <summary>A suspended member can read, but neither accept nor write.</summary>
    public static Task<bool> IsSuspendedAsync(
        this IQueryable<Suspension> suspensions,
        long memberId,
        DateTime now,
        CancellationToken cancellationToken
    ) => suspensions.InForce(now).AnyAsync(suspension => suspension.MemberId == memberId, cancellationToken);

    /// <summary>The absent members. A member who is suspended and has lapsed occurs twice.</summary>
    public static IQueryable<Absent> Absent(this ConnectGateContext context, DateTime now) =>
        context
            .Suspensions.InForce(now)
            .Select(suspension => new Absent { MemberId = suspension.MemberId })
            .Concat(
                context
                    .Users.Where(account => account.LapsedAt != null)
                    .Select(account => new Absent { MemberId = account.Id })
            );
}

/// <summary>
/// A member whom others do not meet now: suspended by a moderator, or lapsed, which includes those who are about to be
/// deleted. Everything of theirs comes back when the
/// absence ends.
/// </summary>
internal sealed class Absent
{
    public required long MemberId { get; init; }
}
