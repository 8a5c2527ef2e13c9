namespace ConnectGate.Foundation.Paging;

/// <summary>
/// Part of a list, and where the next part begins. Pages are found by key, never by counting rows, so that they hold
/// still while letters arrive.
/// </summary>
/// <param name="Items">The rows of this page, in the list's order.</param>
/// <param name="Next">The cursor of the next page; null on the last. Opaque: hand it back as it is.</param>
/// <typeparam name="T">The row.</typeparam>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many rows a page holds.</summary>
    public const int Size = 20;
}
