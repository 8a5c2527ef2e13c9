using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>Which connections count, and whom they lead to. In one place, since every reader must agree.</summary>
internal static class Links
{
    /// <summary>Those that hold: past the grace, and not ended.</summary>
    public static IQueryable<Connection> Live(this IQueryable<Connection> connections, DateTime now) =>
        connections.Where(connection => connection.EndedAt == null && connection.ValidFrom <= now);

    /// <summary>Those that hold and whose two ends both agreed to be named.</summary>
    public static IQueryable<Connection> Named(this IQueryable<Connection> connections, DateTime now) =>
        connections.Where(connection => connection.NamedFrom <= now);

    /// <summary>A member's.</summary>
    public static IQueryable<Connection> Of(this IQueryable<Connection> connections, long memberId) =>
        connections.Where(connection => connection.LowId == memberId || connection.HighId == memberId);

    /// <summary>Those of two members: at most one that hasn't ended.</summary>
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

    /// <summary>The keys of whom they lead to, seen from one of their ends.</summary>
    public static IQueryable<long> OthersOf(this IQueryable<Connection> connections, long memberId) =>
        connections
            .Where(connection => connection.LowId == memberId)
            .Select(connection => connection.HighId)
            .Concat(
                connections.Where(connection => connection.HighId == memberId).Select(connection => connection.LowId)
            );
}
