using System.Collections.Concurrent;

namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>
/// Counts refusals by code and day, in memory. A worker stores the counts later, for two reasons: a sender must neither
/// wait for the write nor learn anything from its duration, and the transaction of a refused command is rolled back. A
/// killed process loses the counts since the last write.
/// </summary>
public sealed class RefusalTally
{
    private readonly ConcurrentDictionary<(DateOnly Day, string Code), int> _counts = new();
    private readonly TimeProvider _clock;

    internal RefusalTally(TimeProvider clock) => _clock = clock;

    /// <summary>
    /// Adds the counts since the last write to the stored counts. Keeps them for the next write if this one fails.
    /// </summary>
    public async Task WriteAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mediator);
        var counted = Take();
        if (counted.Count == 0)
        {
            return;
        }

        try
        {
            await mediator.Send(new AddRefusalCounts.Command(counted), cancellationToken);
        }
        catch
        {
            foreach (var (day, code, count) in counted)
            {
                Add(day, code, count);
            }

            throw;
        }
    }

    /// <summary>Counts each code once for each refused letter.</summary>
    internal void Count(IReadOnlyList<Refusal> refusals)
    {
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        foreach (var code in refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal))
        {
            Add(today, code, 1);
        }
    }

    private void Add(DateOnly day, string code, int count) =>
        _counts.AddOrUpdate((day, code), count, (_, counted) => counted + count);

    private List<(DateOnly Day, string Code, int Count)> Take()
    {
        var taken = new List<(DateOnly, string, int)>();
        foreach (var key in _counts.Keys.Order())
        {
            if (_counts.TryRemove(key, out var count))
            {
                taken.Add((key.Day, key.Code, count));
            }
        }

        return taken;
    }
}
