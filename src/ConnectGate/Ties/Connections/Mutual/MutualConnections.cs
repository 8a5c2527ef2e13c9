namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>
/// The members whom two members both know. A viewer sees such a member only where both connections are valid and both
/// members of each agreed to be named: four agreements. An answer names at most <see cref="Most"/>, so that nobody can
/// read off the whole graph.
/// </summary>
public static class MutualConnections
{
    /// <summary>The most members in one answer.</summary>
    public const int Most = 10;

    /// <param name="Members">At most <see cref="Most"/> members, ordered by name.</param>
    /// <param name="OrMore">Whether there are more. Pages show "10 or more", never the number.</param>
    public sealed record View(IReadOnlyList<Named> Members, bool OrMore)
    {
        public static View None { get; } = new([], false);
    }

    public sealed record Named(string Handle, string DisplayName)
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    /// <summary>The mutual connections with one other member that <paramref name="viewerId"/> may know of.</summary>
    internal static async Task<View> OfAsync(
        ConnectGateContext context,
        long viewerId,
        long otherId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var named = context.Connections.Named(now);
        var (mine, suspended) = (named.OthersOf(viewerId), context.Suspensions.InForce(now));
        var few = named
            .OthersOf(otherId)
            .Where(link => mine.Contains(link) && !suspended.Any(suspension => suspension.MemberId == link))
            .OrderBy(link => link)
            .Take(Most + 1);
        return ViewOf(
            await (
                from link in few
                join member in context.Members on link equals member.Id
                orderby member.Id
                select new Named(member.Handle, member.DisplayName) { Photo = member.PhotoVersion }
            ).ToListAsync(cancellationToken)
        );
    }

    /// <summary>
    /// The mutual connections with each of several other members that <paramref name="viewerId"/> may know of. Members
    /// without any are left out.
    /// </summary>
    internal static async Task<IReadOnlyDictionary<long, View>> OfAsync(
        ConnectGateContext context,
        long viewerId,
        IReadOnlyCollection<long> otherIds,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var named = context.Connections.Named(now);
        var (mine, suspended) = (named.OthersOf(viewerId), context.Suspensions.InForce(now));
        var others = context.Members.Where(member => otherIds.Contains(member.Id)).Select(member => member.Id);
        var shared = named
            .Where(link => otherIds.Contains(link.LowId) && mine.Contains(link.HighId))
            .Select(link => new { OtherId = link.LowId, LinkId = link.HighId })
            .Concat(
                named
                    .Where(link => otherIds.Contains(link.HighId) && mine.Contains(link.LowId))
                    .Select(link => new { OtherId = link.HighId, LinkId = link.LowId })
            )
            .Where(link => !suspended.Any(suspension => suspension.MemberId == link.LinkId));
        var few = others.SelectMany(other =>
            shared.Where(link => link.OtherId == other).OrderBy(link => link.LinkId).Take(Most + 1)
        );
        var found = await (
            from link in few
            join member in context.Members on link.LinkId equals member.Id
            orderby member.Id
            select new
            {
                link.OtherId,
                Named = new Named(member.Handle, member.DisplayName) { Photo = member.PhotoVersion },
            }
        ).ToListAsync(cancellationToken);
        return found.GroupBy(link => link.OtherId, link => link.Named).ToDictionary(links => links.Key, ViewOf);
    }

    // The database returns the same few members every time, so that repeated requests reveal no others.
    private static View ViewOf(IEnumerable<Named> few) =>
        new([.. few.Take(Most).OrderBy(link => link.DisplayName, StringComparer.CurrentCulture)], few.Skip(Most).Any());
}
