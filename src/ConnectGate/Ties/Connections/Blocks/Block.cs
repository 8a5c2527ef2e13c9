namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>
/// A member has nothing to do with another until they lift it. The blocked one sees a closed policy, like anybody's.
/// </summary>
internal sealed class Block
{
    public long Id { get; private set; }
    public required long BlockerId { get; init; }
    public required long BlockedId { get; init; }
    public required DateTime At { get; init; }
}
