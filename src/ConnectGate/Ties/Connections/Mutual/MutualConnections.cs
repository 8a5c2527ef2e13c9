namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>
/// Whom two members both know. Named to one about the other only where both connections hold and on both of them both
/// sides agreed to be named: four yeses. Never more than <see cref="Most"/>, so that the graph can't be read off.
/// </summary>
public static class MutualConnections
{
    /// <summary>The most that are named.</summary>
    public const int Most = 10;

    /// <summary>The mutual connections of two members, by name.</summary>
    /// <param name="Members">At most <see cref="Most"/> of them.</param>
    /// <param name="OrMore">Whether there are more: "10 or more", never a number.</param>
    public sealed record View(IReadOnlyList<Named> Members, bool OrMore)
    {
        /// <summary>Nobody who may be named.</summary>
        public static View None { get; } = new([], false);
    }

    /// <summary>One who may be named.</summary>
    public sealed record Named(string Handle, string DisplayName);

    /// <summary>What <paramref name="viewerId"/> may know about one other.</summary>
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
                select new Named(member.Handle, member.DisplayName)
            ).ToListAsync(cancellationToken)
        );
    }

    /// <summary>
    /// What <paramref name="viewerId"/> may know about each of several others; those without any are left out.
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
            select new { link.OtherId, Named = new Named(member.Handle, member.DisplayName) }
        ).ToListAsync(cancellationToken);
        return found.GroupBy(link => link.OtherId, link => link.Named).ToDictionary(links => links.Key, ViewOf);
    }

    // Of all that two share the database gives the same few, however often somebody asks.
    private static View ViewOf(IEnumerable<Named> few) =>
        new([.. few.Take(Most).OrderBy(link => link.DisplayName, StringComparer.CurrentCulture)], few.Skip(Most).Any());
}
