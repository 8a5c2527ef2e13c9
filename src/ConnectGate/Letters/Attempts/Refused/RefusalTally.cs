using System.Collections.Concurrent;

namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>
/// Counts in memory what the gate refused letters for, by code and day. It is written down later and by somebody else:
/// a sender must not wait for it nor tell anything by it, and what a refused command writes is rolled back. A process
/// that is killed forgets what it counted since it last wrote.
/// </summary>
public sealed class RefusalTally
{
    private readonly ConcurrentDictionary<(DateOnly Day, string Code), int> _counts = new();
    private readonly TimeProvider _clock;

    internal RefusalTally(TimeProvider clock) => _clock = clock;

    /// <summary>
    /// Writes down what was counted since it was last written, added to what is there; what could not be written is
    /// kept for the next time.
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

    /// <summary>Counts a refused letter once for each code.</summary>
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
