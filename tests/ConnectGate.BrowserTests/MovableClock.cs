namespace ConnectGate.BrowserTests;

/// <summary>
/// The real time plus the time by which a test has moved it. A clock that stands still does not fit here: the browser
/// judges cookies by its own clock, and the workers must go on sending mail while a story waits for it.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private long _moved;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    /// <summary>Lets that much time pass at once.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
}
