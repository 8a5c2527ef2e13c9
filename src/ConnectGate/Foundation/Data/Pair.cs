namespace ConnectGate.Foundation.Data;

/// <summary>
/// Two different members, in any order. Stored as Low and High, so that a unique index allows each pair once.
/// </summary>
internal readonly record struct Pair
{
    private Pair(long low, long high) => (Low, High) = (low, high);

    public long Low { get; }

    public long High { get; }

    /// <exception cref="ArgumentException">The same member twice.</exception>
    public static Pair Of(long one, long other) =>
        one == other
            ? throw new ArgumentException("A pair is two members.", nameof(other))
            : new(Math.Min(one, other), Math.Max(one, other));

    public static long Other(long low, long high, long self) => self == low ? high : low;
}
