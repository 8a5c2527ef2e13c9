using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Ties.Connections;

/// <summary>A member blocked another. Published before the save, in its transaction.</summary>
internal sealed record MemberBlocked(Block Block) : INotification;

/// <summary>
/// A connection ended: one of the two let go, or blocked the other. Published before the save, in its transaction.
/// </summary>
internal sealed record ConnectionEnded(Connection Connection) : INotification;
