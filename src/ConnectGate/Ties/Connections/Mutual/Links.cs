using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>
/// The conditions on connections, and their ends. They are in one place because all readers must agree.
/// </summary>
internal static class Links
{
    /// <summary>The connections that nobody ended. The grace of a new one may still run.</summary>
    public static IQueryable<Connection> NotEnded(this IQueryable<Connection> connections) =>
        connections.Where(connection => connection.EndedAt == null);

    /// <summary>
    /// The live connections: past the grace time and not ended (product, part 3: only the end of the grace makes the
    /// connection).
    /// </summary>
    public static IQueryable<Connection> Live(this IQueryable<Connection> connections, DateTime now) =>
        connections.NotEnded().Where(connection => connection.ValidFrom <= now);

    /// <summary>
    /// The connections that one of the two knows of: the live ones, and those in their grace that this member accepted.
    /// The member who asked learns of an acceptance only at the end of the grace.
    /// </summary>
    public static IQueryable<Connection> KnownTo(
        this IQueryable<Connection> connections,
        long memberId,
        DateTime now
    ) => connections.NotEnded().Where(connection => connection.ValidFrom <= now || connection.AskedById != memberId);

    /// <summary>The connections past their grace, whether they have ended or not.</summary>
    public static IQueryable<Connection> Begun(this IQueryable<Connection> connections, DateTime now) =>
        connections.Where(connection => connection.ValidFrom <= now);

    /// <summary>
    /// The connections that overtake a letter sent at <paramref name="sentAt"/>: the live ones, and those that began
    /// after it and have ended.
    /// </summary>
    public static IQueryable<Connection> Overtaking(
        this IQueryable<Connection> connections,
        DateTime sentAt,
        DateTime now
    ) =>
        connections.Where(connection =>
            connection.ValidFrom <= now && (connection.EndedAt == null || connection.ValidFrom > sentAt)
        );

    /// <summary>
    /// The connections that ended after <paramref name="endedAfter"/> and keep the two from asking each other again.
    /// One that a block ended counts only while a block between them is in force (product, part 2: "A lifted block adds
    /// no wait").
    /// </summary>
    public static IQueryable<Connection> EndedLately(
        this IQueryable<Connection> connections,
        IQueryable<Block> blocks,
        DateTime endedAfter
    ) =>
        connections.Where(connection =>
            connection.EndedAt > endedAfter
            && (
                !connection.EndedByBlock
                || blocks.Any(block =>
                    (block.BlockerId == connection.LowId && block.BlockedId == connection.HighId)
                    || (block.BlockerId == connection.HighId && block.BlockedId == connection.LowId)
                )
            )
        );

    /// <summary>The valid connections whose two members both agreed to be named.</summary>
    public static IQueryable<Connection> Named(this IQueryable<Connection> connections, DateTime now) =>
        connections.Where(connection => connection.NamedFrom <= now);

    public static IQueryable<Connection> Of(this IQueryable<Connection> connections, long memberId) =>
        connections.Where(connection => connection.LowId == memberId || connection.HighId == memberId);

    /// <summary>The connections between two members; at most one of them has not ended.</summary>
    public static IQueryable<Connection> Between(this IQueryable<Connection> connections, long one, long other)
    {
        var pair = Pair.Of(one, other);
        return connections.Where(connection => connection.LowId == pair.Low && connection.HighId == pair.High);
    }

    /// <summary>The database ids of the members at the other ends.</summary>
    public static IQueryable<long> OthersOf(this IQueryable<Connection> connections, long memberId) =>
        connections
            .Where(connection => connection.LowId == memberId)
            .Select(connection => connection.HighId)
            .Concat(
                connections.Where(connection => connection.HighId == memberId).Select(connection => connection.LowId)
            );
}
