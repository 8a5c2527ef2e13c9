using ConnectGate.Foundation.Pipeline.Writing;

namespace ConnectGate.Foundation.Figures;

/// <summary>
/// Collects what happens during a command. <see cref="TallyBehavior{TCommand, TOutcome}"/> adds it to the stored
/// counts, with the command's <see cref="LastWrites"/> and so in its transaction. So the counts are exact.
/// </summary>
internal sealed class DayTally(LastWrites last)
{
    private readonly List<(object? About, DayCount Count)> _counts = [];
    private int _running;

    /// <summary>Adds to a count; takes from it where <paramref name="by"/> is negative.</summary>
    public void Add(DateTime at, string kind, string key, long by = 1) => Add(DateOnly.FromDateTime(at), kind, key, by);

    public void Add(DateOnly day, string kind, string key, long by = 1) => Keep(about: null, day, kind, key, by);

    /// <summary>
    /// Counts one step of a thing, whose change has several events: what was said about the same step before is
    /// forgotten.
    /// </summary>
    /// <param name="step">Equal for the events of one step.</param>
    public void Replace(object step, IEnumerable<(DateTime At, string Kind, string Key, long By)> counts)
    {
        _counts.RemoveAll(count => step.Equals(count.About));
        foreach (var (at, kind, key, by) in counts)
        {
            Keep(step, DateOnly.FromDateTime(at), kind, key, by);
        }
    }

    /// <summary>
    /// Runs a command and writes what it counted. A command that another command's handler sent leaves this to the
    /// outer one. What a failed command counted is forgotten.
    /// </summary>
    public async Task<TOutcome> DuringAsync<TOutcome>(Func<Task<TOutcome>> command)
        where TOutcome : IOutcome<TOutcome>
    {
        var before = _counts.ToArray();
        var kept = false;
        _running++;
        try
        {
            var outcome = await command();
            kept = outcome.Succeeded || outcome.KeepsChanges;
            if (kept && _running == 1)
            {
                Write();
            }

            return outcome;
        }
        finally
        {
            _running--;
            if (!kept)
            {
                _counts.Clear();
                _counts.AddRange(before);
            }
        }
    }

    // The rows are in order, so that two transactions cannot wait for each other.
    private void Write()
    {
        var sums = _counts
            .Select(count => count.Count)
            .GroupBy(count => (count.Day, count.Kind, count.Key))
            .Select(same => (same.Key, Sum: same.Sum(count => count.Count)))
            .OrderBy(sum => sum.Key.Day)
            .ThenBy(sum => sum.Key.Kind, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Key, StringComparer.Ordinal);
        foreach (var ((day, kind, key), sum) in sums)
        {
            last.Add(
                $"""
                INSERT INTO "DayCounts" ("Day", "Kind", "Key", "Count") VALUES ({day}, {kind}, {key}, {sum})
                ON CONFLICT ("Day", "Kind", "Key") DO UPDATE
                SET "Count" = "DayCounts"."Count" + excluded."Count"
                """
            );
        }

        _counts.Clear();
    }

    private void Keep(object? about, DateOnly day, string kind, string key, long by) =>
        _counts.Add(
            (
                about,
                new DayCount
                {
                    Day = day,
                    Kind = kind,
                    Key = key,
                    Count = by,
                }
            )
        );
}
