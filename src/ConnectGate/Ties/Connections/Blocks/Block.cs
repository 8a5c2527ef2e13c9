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
    public required DateTime At
    {
        get;
        init => (field, ShowsFrom) = (value, value);
    }

    /// <summary>
    /// The time from which the blocked member may notice the block. It is later than <see cref="At"/> where a letter of
    /// theirs was under way or recent: until they may ask again, everything looks as it would without the block
    /// (product, "What the sender can tell").
    /// </summary>
    public DateTime ShowsFrom { get; private set; }

    /// <summary>Hides the block from the blocked member until that time, or longer where it is hidden longer.</summary>
    public void HideUntil(DateTime time) => ShowsFrom = time > ShowsFrom ? time : ShowsFrom;
}
