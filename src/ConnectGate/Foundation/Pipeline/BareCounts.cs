using System.Collections.Concurrent;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>So many acts of one kind within a window of time.</summary>
/// <param name="Name">Keeps one kind from another.</param>
/// <param name="Most">How many.</param>
/// <param name="Window">In how long, from the first.</param>
internal sealed record CountedAct(string Name, int Most, TimeSpan Window);

/// <summary>
/// Bare counts of what members did in this process, so that no machine tries all there is to try. Nothing of what was
/// done is kept, and nothing is written to the database.
/// </summary>
internal sealed class BareCounts(TimeProvider clock)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<
        (string Name, long MemberId),
        (DateTime Until, int Count, long? About)
    > _counts = new();
    private DateTime _sweepsAgainAt;

    /// <summary>Counts one more.</summary>
    /// <param name="act">Of what.</param>
    /// <param name="memberId">Who did it.</param>
    /// <param name="about">Whom it was about: the same again, with nobody else between, is not counted again.</param>
    /// <returns>Null where it was free, else the time from which the next is.</returns>
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

    /// <summary>Takes one back that turned out not to count.</summary>
    public void GiveBack(CountedAct act, long memberId) =>
        _counts.AddOrUpdate(
            (act.Name, memberId),
            _ => default,
            (_, counted) => counted with { Count = counted.Count - 1 }
        );

    // Kept small without a timer: whoever comes when there are many sweeps, once in a while.
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
