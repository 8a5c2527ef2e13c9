namespace ConnectGate.Care.Administration;

/// <summary>
/// What the gate refused letters for, by rule and day: numbers, and nothing about whose letters they were.
/// </summary>
public static class ViewFigures
{
    /// <summary>How many days it looks back, today included.</summary>
    public const int DaysBack = 30;

    [SentBy(Senders.Moderators)]
    public sealed record Query : IQuery<View?>;

    /// <summary>The figures of the last <see cref="DaysBack"/> days.</summary>
    /// <param name="Days">The days in UTC, latest first.</param>
    /// <param name="Rules">What was refused for, the most frequent first; what never was in these days is left
    /// out.</param>
    public sealed record View(IReadOnlyList<DateOnly> Days, IReadOnlyList<Rule> Rules);

    /// <summary>
    /// One rule's numbers. A letter counts once for each code, however often it was refused for that.
    /// </summary>
    /// <param name="Code">The refusal's code.</param>
    /// <param name="Total">The sum of the days.</param>
    /// <param name="ByDay">In the order of the days.</param>
    public sealed record Rule(string Code, int Total, IReadOnlyList<int> ByDay);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = DateOnly.FromDateTime(actor.Now);
            var days = Enumerable.Range(0, DaysBack).Select(ago => today.AddDays(-ago)).ToList();
            var first = days[^1];
            var counts = await context
                .RefusalCounts.AsNoTracking()
                .Where(count => count.Day >= first && count.Day <= today)
                .ToListAsync(cancellationToken);
            var rules = counts
                .GroupBy(count => count.Code, StringComparer.Ordinal)
                .Select(rule =>
                {
                    var byDay = rule.ToDictionary(count => count.Day, count => count.Count);
                    return new Rule(
                        rule.Key,
                        byDay.Values.Sum(),
                        [.. days.Select(day => byDay.GetValueOrDefault(day))]
                    );
                });
            return new View(
                days,
                [.. rules.OrderByDescending(rule => rule.Total).ThenBy(rule => rule.Code, StringComparer.Ordinal)]
            );
        }
    }
}
