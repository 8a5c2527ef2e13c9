namespace ConnectGate.Foundation.Paging;

/// <summary>
/// Part of a list, and the beginning of the next part. Pages are found by key, never by counting rows, so that they do
/// not shift when letters arrive.
/// </summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">The cursor of the next page; null on the last. Opaque: send it back unchanged.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>In rows.</summary>
    public const int Size = 20;
}
