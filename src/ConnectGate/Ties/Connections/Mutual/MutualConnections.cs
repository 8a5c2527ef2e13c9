using ConnectGate.Foundation.Data.Queries;

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

    /// <summary>
    /// The database ids of the mutual connections with one other member that <paramref name="viewerId"/> may know of;
    /// at most one more than an answer names.
    /// </summary>
    internal static IQueryable<long> FewOf(ConnectGateContext context, long viewerId, long otherId, DateTime now)
    {
        var named = context.Connections.Named(now);
        var (mine, absent) = (named.OthersOf(viewerId), context.Absent(now));
        return named
            .OthersOf(otherId)
            .Where(link => mine.Contains(link) && !absent.Any(one => one.MemberId == link))
            .OrderBy(link => link)
            .Take(Most + 1);
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
        var found =
            otherIds.Count == 0
                ? []
                : await OfEach.For(context)(context, viewerId, [.. otherIds], now).ToListAsync(cancellationToken);
        return found
            .GroupBy(link => link.OtherId, link => new Named(link.Handle, link.DisplayName) { Photo = link.Photo })
            .ToDictionary(links => links.Key, ViewOf);
    }

    private static readonly CompiledQuery<
        Func<ConnectGateContext, long, long[], DateTime, IAsyncEnumerable<Link>>
    > OfEach = Compiled.Query<long, long[], DateTime, Link>(
        (context, viewerId, otherIds, now) =>
        {
            var named = context.Connections.Named(now);
            var (mine, absent) = (named.OthersOf(viewerId), context.Absent(now));
            var others = context.Members.Where(member => otherIds.Contains(member.Id)).Select(member => member.Id);
            var shared = named
                .Where(link => otherIds.Contains(link.LowId) && mine.Contains(link.HighId))
                .Select(link => new { OtherId = link.LowId, LinkId = link.HighId })
                .Concat(
                    named
                        .Where(link => otherIds.Contains(link.HighId) && mine.Contains(link.LowId))
                        .Select(link => new { OtherId = link.HighId, LinkId = link.LowId })
                )
                .Where(link => !absent.Any(one => one.MemberId == link.LinkId));
            var few = others.SelectMany(other =>
                shared.Where(link => link.OtherId == other).OrderBy(link => link.LinkId).Take(Most + 1)
            );
            return from link in few
                join member in context.Members on link.LinkId equals member.Id
                orderby member.Id
                select new Link
                {
                    OtherId = link.OtherId,
                    Handle = member.Handle,
                    DisplayName = member.DisplayName,
                    Photo = member.PhotoVersion,
                };
        }
    );

    // The database returns the same few members every time, so that repeated requests reveal no others.
    internal static View ViewOf(IEnumerable<Named> inOrder)
    {
        var few = inOrder.ToList();
        return new(
            [.. few.Take(Most).OrderBy(link => link.DisplayName, StringComparer.CurrentCulture)],
            few.Count > Most
        );
    }

    private sealed class Link
    {
        public required long OtherId { get; init; }
        public required string Handle { get; init; }
        public required string DisplayName { get; init; }
        public required string? Photo { get; init; }
    }
}
