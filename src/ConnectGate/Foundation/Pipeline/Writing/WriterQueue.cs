namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// Writers wait for each other only here. SQLite has one writer. When writers compete for its lock, their p99 is half a
/// second; when they queue here, it is a few milliseconds. On PostgreSQL nobody waits here.
/// </summary>
internal sealed class WriterQueue(bool oneAtATime) : IDisposable
{
    /// <summary>
    /// The longest wait for the turn. With the longest wait of a statement for a lock (SQLite: 2 s) a request gets its
    /// answer within five seconds, whoever holds the lock.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly SemaphoreSlim? _turn = oneAtATime ? new(1, 1) : null;

    /// <summary>Waits for the turn to write. The turn lasts until the result is disposed.</summary>
    /// <exception cref="WriterBusyException">The turn did not come in time.</exception>
    public async ValueTask<Turn> WaitAsync(CancellationToken cancellationToken)
    {
        if (_turn is not null && !await _turn.WaitAsync(Patience, cancellationToken))
        {
            throw new WriterBusyException();
        }

        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
