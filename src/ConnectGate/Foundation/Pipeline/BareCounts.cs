using System.Collections.Concurrent;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>A limit on acts of one kind within a window of time.</summary>
/// <param name="Name">Separates this kind's counts from others.</param>
/// <param name="Most">The most acts in one window.</param>
/// <param name="Window">Starts with the first act.</param>
internal sealed record CountedAct(string Name, int Most, TimeSpan Window);

/// <summary>
/// Counts the acts of members in this process, so that no program can try every possibility. It keeps only the count
/// and the last subject, and writes nothing to the database.
/// </summary>
internal sealed class BareCounts(TimeProvider clock)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<
        (string Name, long MemberId),
        (DateTime Until, int Count, long? About)
    > _counts = new();
    private DateTime _sweepsAgainAt;

    /// <summary>Counts one act.</summary>
    /// <param name="about">
    /// The member whom the act concerned. The same member again, with nobody else between, is not counted again.
    /// </param>
    /// <returns>Null where the act is within the limit, else the time from which the next one is.</returns>
    public DateTime? Take(CountedAct act, long memberId, long? about = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Forget(now);
        var (until, count, _) = _counts.AddOrUpdate(
            (act.Name, memberId),
            _ => (now + act.Window, 1, about),
            (_, counted) =>
                counted.Until <= now ? (now + act.Window, 1, about)
                : about is not null && counted.About == about ? counted
                : (counted.Until, counted.Count + 1, about)
        );
        return count > act.Most ? until : null;
    }

    /// <summary>Takes back an act that turned out not to count.</summary>
    /// <returns>The acts that are left in the window.</returns>
    public int GiveBack(CountedAct act, long memberId) =>
        _counts
            .AddOrUpdate((act.Name, memberId), _ => default, (_, counted) => counted with { Count = counted.Count - 1 })
            .Count;

    // Expired counts are removed on use, at most once a minute; no timer.
    private void Forget(DateTime now)
    {
        const int Many = 10_000;
        if (_counts.Count < Many || now < _sweepsAgainAt)
        {
            return;
        }

        _sweepsAgainAt = now + BetweenSweeps;
        foreach (var (key, counted) in _counts)
        {
            if (counted.Until <= now)
            {
                _counts.TryRemove(key, out _);
            }
        }
    }
}
