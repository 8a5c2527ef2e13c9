namespace ConnectGate.Care.Administration;

/// <summary>
/// How many letters the gate refused, by rule and day. The counts do not identify members or letters.
/// </summary>
public static class ViewFigures
{
    /// <summary>The number of days shown, today included.</summary>
    public const int DaysBack = 30;

    [SentBy(Senders.Moderators)]
    public sealed record Query : IQuery<View?>;

    /// <param name="Days">The last <see cref="DaysBack"/> days in UTC, the latest first.</param>
    /// <param name="Rules">The rules that refused a letter in these days, the most frequent first.</param>
    public sealed record View(IReadOnlyList<DateOnly> Days, IReadOnlyList<Rule> Rules);

    /// <param name="ByDay">One count per day of <see cref="View.Days"/>. A letter counts once per code, however often
    /// it was refused.</param>
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
