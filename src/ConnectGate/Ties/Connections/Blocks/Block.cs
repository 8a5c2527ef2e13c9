namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>
/// One member blocks another until they lift the block. The blocked member sees a closed policy, like any other closed
/// one.
/// </summary>
internal sealed class Block
{
    public long Id { get; private set; }
    public required long BlockerId { get; init; }
    public required long BlockedId { get; init; }
    public required DateTime At { get; init; }
}
