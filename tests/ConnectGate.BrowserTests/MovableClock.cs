namespace ConnectGate.BrowserTests;

/// <summary>
/// The real time plus what a test has moved it by: browsers judge cookies by their own clock, so it cannot begin
/// elsewhere.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private long _moved;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    /// <summary>Lets that much time pass at once.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
}
