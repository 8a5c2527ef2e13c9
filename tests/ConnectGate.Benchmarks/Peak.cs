namespace ConnectGate.Benchmarks;

/// <summary>Samples the managed memory every 5 ms and keeps the highest increase since the start.</summary>
internal sealed class Peak : IDisposable
{
    private readonly Timer _timer;
    private readonly long _before;
    private long _most;

    public Peak()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        _before = GC.GetTotalMemory(forceFullCollection: true);
        _timer = new Timer(_ => Look(), null, 0, 5);
    }

    public double Megabytes
    {
        get
        {
            Look();
            return (_most - _before) / 1024.0 / 1024;
        }
    }

    public void Dispose() => _timer.Dispose();

    // Uncollected garbage counts too, because it also occupies memory.
    private void Look() => _most = Math.Max(_most, GC.GetTotalMemory(forceFullCollection: false));
}
