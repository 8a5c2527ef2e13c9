namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>
/// The conditions on blocks. A block is in force from its beginning until the blocker lifts it, which deletes the row.
/// It separates the two in both directions (product, part 2: "Either has blocked the other").
/// </summary>
internal static class BlocksInForce
{
    /// <summary>The blocks between two members, in either direction.</summary>
    public static IQueryable<Block> Between(this IQueryable<Block> blocks, long one, long other) =>
        blocks.Where(block =>
            (block.BlockerId == one && block.BlockedId == other) || (block.BlockerId == other && block.BlockedId == one)
        );

    /// <summary>A member's own blocks.</summary>
    public static IQueryable<Block> By(this IQueryable<Block> blocks, long blockerId) =>
        blocks.Where(block => block.BlockerId == blockerId);

    /// <summary>A member's own block of another; at most one row.</summary>
    public static IQueryable<Block> By(this IQueryable<Block> blocks, long blockerId, long blockedId) =>
        blocks.By(blockerId).Where(block => block.BlockedId == blockedId);

    /// <summary>The ids of the members whom a member blocks.</summary>
    public static IQueryable<long> BlockedBy(this IQueryable<Block> blocks, long memberId) =>
        blocks.By(memberId).Select(block => block.BlockedId);

    /// <summary>The ids of the members who block a member.</summary>
    public static IQueryable<long> BlockersOf(this IQueryable<Block> blocks, long memberId) =>
        blocks.Against(memberId).Select(block => block.BlockerId);

    /// <summary>The blocks of a member by others.</summary>
    public static IQueryable<Block> Against(this IQueryable<Block> blocks, long memberId) =>
        blocks.Where(block => block.BlockedId == memberId);

    /// <summary>
    /// The ids of the members whom a block separates from a member as far as the member may notice: their own blocks,
    /// and those of others that show by now. Every query about what a member sees uses this one, so that a block shows
    /// everywhere at the same time.
    /// </summary>
    public static IQueryable<long> ShownTo(this IQueryable<Block> blocks, long memberId, DateTime now) =>
        blocks.BlockedBy(memberId).Concat(blocks.Where(block => block.ShowsFrom <= now).BlockersOf(memberId));
}
