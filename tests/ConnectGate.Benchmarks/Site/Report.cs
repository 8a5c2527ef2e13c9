using System.Globalization;
using System.Runtime.CompilerServices;

namespace ConnectGate.Benchmarks.Site;

/// <summary>The medians of all rounds, and the ratios that docs/performance.md has goals for.</summary>
internal sealed class Report(IEnumerable<string> names)
{
    private static readonly (string Over, string Under, double Goal)[] Ratios =
    [
        (Measures.Inbox, Measures.Bare, 0.15),
        (Measures.Signed, Measures.Bare, 0.35),
        (Measures.Noop, Measures.Bare, 0.50),
        (Measures.Send, Measures.Noop, 0.20),
        (Measures.Accept, Measures.Noop, 0.20),
        (Measures.Decline, Measures.Noop, 0.20),
    ];

    public Dictionary<string, List<Round>> Rounds { get; } =
        names.ToDictionary(name => name, _ => new List<Round>(), StringComparer.Ordinal);

    /// <summary>Durable commits of one row, a second, in each round.</summary>
    public List<double> Commits { get; } = [];

    /// <summary>How many requests of a measure were answered with a redirect.</summary>
    public long Redirects(string name) => Rounds[name].Sum(round => round.Statuses.GetValueOrDefault(302));

    public void Print()
    {
        Line($"{"", -24}{"a second", 10}{"p50 ms", 10}{"p99 ms", 10}{"CPU µs", 10}  statuses");
        foreach (var (name, rounds) in Rounds)
        {
            var statuses = rounds
                .SelectMany(round => round.Statuses)
                .GroupBy(status => status.Key, (status, counts) => $"{status}: {counts.Sum(count => count.Value)}");
            Line(
                $"{name, -24}{Median(rounds, round => round.PerSecond), 10:N0}"
                    + $"{Median(rounds, round => round.P50), 10:N1}"
                    + $"{Median(rounds, round => round.P99), 10:N1}"
                    + $"{Median(rounds, round => round.Cpu.TotalMicroseconds), 10:N0}  {string.Join(", ", statuses)}"
            );
        }

        Line($"{"one-row durable commits", -24}{Median(Commits, each => each), 10:N0}");
        foreach (var (over, under, goal) in Ratios)
        {
            PrintRatio(over, under, goal, Rounds[under].ConvertAll(round => round.PerSecond));
        }

        PrintRatio(Measures.Send, "one-row durable commits", 0.4, Commits);
    }

    private void PrintRatio(string over, string under, double goal, List<double> unders)
    {
        var ratios = Rounds[over].Select((round, i) => round.PerSecond / unders[i]).ToList();
        var each = string.Join(" ", ratios.Select(ratio => ratio.ToString("0.000", CultureInfo.InvariantCulture)));
        Line($"{over} ÷ {under}: {each}, median {Median(ratios, ratio => ratio):0.000}, goal {goal:0.00}");
    }

    private static double Median<T>(List<T> of, Func<T, double> value) =>
        of.Select(value).Order().ElementAt(of.Count / 2);

    private static void Line(DefaultInterpolatedStringHandler text) => Console.WriteLine(text.ToStringAndClear());
}
