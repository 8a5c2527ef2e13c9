using ConnectGate.Foundation.Figures;
using ConnectGate.Gate;
using ConnectGate.Letters.Attempts.Refused;

namespace ConnectGate.Desk.Figures;

/// <summary>
/// What happens in the community by day, in numbers that identify nobody. Reads stored counts alone, so the time it
/// takes depends on the days and not on how much happened.
/// </summary>
public static class ViewFigures
{
    /// <summary>The days shown where no range is named, today included.</summary>
    public const int UsualDays = 30;

    /// <summary>The longest range, in days.</summary>
    public const int MostDays = 92;

    /// <summary>A range that is too long, or that ends before it begins, is cut to its last days.</summary>
    /// <param name="From">In UTC; null for <see cref="UsualDays"/>.</param>
    /// <param name="To">In UTC; null for today. A later day counts as today.</param>
    [SentBy(Senders.Moderators)]
    public sealed record Query(DateOnly? From = null, DateOnly? To = null) : IQuery<View?>;

    /// <param name="Days">In UTC, the latest first.</param>
    /// <param name="Reports">By category.</param>
    /// <param name="Opened">Opened cases; empty or one series.</param>
    /// <param name="DecisionTimes">Decided cases by the time that they were open, each time once, in order.</param>
    /// <param name="Letters">One series each for letters sent, withdrawn, accepted and declined, by
    /// <see cref="LetterStep"/>.</param>
    /// <param name="Acceptance">By reason and way.</param>
    /// <param name="Refusals">By the code of the rule. A letter counts once for each code.</param>
    public sealed record View(
        IReadOnlyList<DateOnly> Days,
        IReadOnlyList<Series> Reports,
        IReadOnlyList<Series> Opened,
        IReadOnlyList<Series> DecisionTimes,
        IReadOnlyList<Series> Letters,
        IReadOnlyList<Accepted> Acceptance,
        IReadOnlyList<Series> Refusals
    );

    /// <param name="ByDay">One count for each day of <see cref="View.Days"/>.</param>
    public sealed record Series(string Key, long Total, IReadOnlyList<long> ByDay);

    /// <param name="SentCount">Letters sent in these days, and not taken back before their delivery.</param>
    /// <param name="DecidedCount">Letters accepted or declined in these days.</param>
    /// <param name="AcceptedCount">Those of them that stand as accepted.</param>
    public sealed record Accepted(
        Reason Reason,
        bool Introduced,
        long SentCount,
        long DecidedCount,
        long AcceptedCount
    );

    public enum LetterStep
    {
        Sent,

        Withdrawn,

        Accepted,

        Declined,
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var days = DaysOf(query, DateOnly.FromDateTime(actor.Now));
            var (last, first) = (days[0], days[^1]);
            var counts = await context
                .DayCounts.AsNoTracking()
                .Where(count => count.Day >= first && count.Day <= last)
                .ToListAsync(cancellationToken);
            return new View(
                days,
                ByTotal(CountCases.Reports),
                ByTotal(CountCases.Opened),
                [.. CountCases.Times.Select(time => Of(time.Key, CountCases.Decided, time.Key))],
                [
                    Of(nameof(LetterStep.Sent), CountLetters.Sent),
                    Of(nameof(LetterStep.Withdrawn), CountLetters.Withdrawn),
                    Of(nameof(LetterStep.Accepted), CountLetters.Accepted),
                    Of(nameof(LetterStep.Declined), CountLetters.Declined),
                ],
                [
                    .. from reason in Enum.GetValues<Reason>()
                    from introduced in new[] { false, true }
                    let key = CountLetters.KeyOf(reason, introduced ? 1 : null)
                    let accepted = Of(key, CountLetters.Accepted, key).Total
                    let row = new Accepted(
                        reason,
                        introduced,
                        Of(key, CountLetters.Sent, key).Total,
                        accepted + Of(key, CountLetters.Declined, key).Total,
                        accepted
                    )
                    where row.SentCount + row.DecidedCount > 0
                    select row,
                ],
                ByTotal(AddRefusalCounts.Kind)
            );

            Series Of(string name, string kind, string? key = null)
            {
                var byDay = counts
                    .Where(count => count.Kind == kind && (key is null || count.Key == key))
                    .GroupBy(count => count.Day)
                    .ToDictionary(day => day.Key, day => day.Sum(count => count.Count));
                return new Series(name, byDay.Values.Sum(), [.. days.Select(day => byDay.GetValueOrDefault(day))]);
            }

            List<Series> ByTotal(string kind) =>
                [
                    .. counts
                        .Where(count => count.Kind == kind)
                        .Select(count => count.Key)
                        .Distinct(StringComparer.Ordinal)
                        .Select(key => Of(key, kind, key))
                        .Where(series => series.Total > 0)
                        .OrderByDescending(series => series.Total)
                        .ThenBy(series => series.Key, StringComparer.Ordinal),
                ];
        }

        private static List<DateOnly> DaysOf(Query query, DateOnly today)
        {
            var to = query.To is { } last && last < today ? last : today;
            var earliest = to.AddDays(1 - MostDays);
            var from = query.From ?? to.AddDays(1 - UsualDays);
            from =
                from < earliest ? earliest
                : from > to ? to
                : from;
            return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(ago => to.AddDays(-ago))];
        }
    }
}
