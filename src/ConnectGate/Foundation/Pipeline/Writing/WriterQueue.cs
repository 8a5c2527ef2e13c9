namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>
/// The one place where writers wait for each other. SQLite has one writer; when writers contend for its lock their p99
/// is half a second, when they queue here it is a few milliseconds. On PostgreSQL nobody waits here.
/// </summary>
internal sealed class WriterQueue(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _turn = oneAtATime ? new(1, 1) : null;

    /// <summary>Waits for one's turn to write; it lasts until the result is disposed.</summary>
    public async ValueTask<Turn> WaitAsync(CancellationToken cancellationToken)
    {
        if (_turn is not null)
        {
            await _turn.WaitAsync(cancellationToken);
        }

        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    /// <summary>The right to write.</summary>
    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
