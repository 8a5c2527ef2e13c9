using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>
/// The queries for valid connections and their ends. They are in one place because all readers must agree.
/// </summary>
internal static class Links
{
    /// <summary>The connections past the grace time that have not ended.</summary>
    public static IQueryable<Connection> Live(this IQueryable<Connection> connections, DateTime now) =>
        connections.Where(connection => connection.EndedAt == null && connection.ValidFrom <= now);

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

    /// <summary>The blocks between two members, in either direction.</summary>
    public static IQueryable<Block> Between(this IQueryable<Block> blocks, long one, long other) =>
        blocks.Where(block =>
            (block.BlockerId == one && block.BlockedId == other) || (block.BlockerId == other && block.BlockedId == one)
        );

    /// <summary>The database ids of the members at the other ends.</summary>
    public static IQueryable<long> OthersOf(this IQueryable<Connection> connections, long memberId) =>
        connections
            .Where(connection => connection.LowId == memberId)
            .Select(connection => connection.HighId)
            .Concat(
                connections.Where(connection => connection.HighId == memberId).Select(connection => connection.LowId)
            );
}
