using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.People.Members;

/// <summary>What several use cases ask about members.</summary>
internal static class FoundMembers
{
    /// <summary>The key of who is called that; null where nobody is.</summary>
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

    /// <summary>The suspensions that hold now.</summary>
    public static IQueryable<Suspension> InForce(this IQueryable<Suspension> suspensions, DateTime now) =>
        suspensions.Where(suspension => suspension.Until == null || suspension.Until > now);

    /// <summary>Whether this member is suspended: they can read, but neither accept nor write.</summary>
    public static Task<bool> IsSuspendedAsync(
        this IQueryable<Suspension> suspensions,
        long memberId,
        DateTime now,
        CancellationToken cancellationToken
    ) => suspensions.InForce(now).AnyAsync(suspension => suspension.MemberId == memberId, cancellationToken);
}
