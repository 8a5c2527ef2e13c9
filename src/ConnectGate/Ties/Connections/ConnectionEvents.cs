using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Ties.Connections;

/// <summary>Published before the save, in the same transaction.</summary>
internal sealed record MemberBlocked(Block Block) : INotification;

/// <summary>One of the two let go or blocked the other. Published before the save, in the same transaction.</summary>
internal sealed record ConnectionEnded(Connection Connection) : INotification;
