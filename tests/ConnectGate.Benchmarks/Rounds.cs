using System.Diagnostics;
using System.Globalization;
using ConnectGate.Foundation.Text;

namespace ConnectGate.Benchmarks;

/// <summary>Runs the measures in interleaved rounds and gives the ratios of each round.</summary>
internal static class Rounds
{
    private const int Count = 3,
        Writers = 32;

    public static async Task RunAsync(BusyCommunity community, TimeSpan length)
    {
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, SQLite synchronous=FULL, "
                + $"{Writers} writers, rounds of {length.TotalSeconds:0.#} s"
        );
        await RoundAsync(community, length / 5); // warms up
        var ratios = new List<double>();
        for (var round = 1; round <= Count; round++)
        {
            var result = await RoundAsync(community, length);
            ratios.Add(result.Sends / result.Commits);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}: raw one-row durable commits {result.Commits:N0}/s · durable sends "
                        + $"through the gate {result.Sends:N0}/s, p99 {result.P99:N1} ms · ratio {ratios[^1]:0.000} "
                        + $"· inbox pages {result.Pages:N0}/s"
                )
            );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"sends ÷ raw commits, median of {Count}: {ratios.Order().ElementAt(Count / 2):0.000} (goal "
                    + $"3: 0.8 at least)"
            )
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"counting a note: {Microseconds(100):0.0} µs for 100 characters, {Microseconds(1_000):0.0} "
                    + $"µs for 1,000"
            )
        );
        Console.WriteLine(await community.CheckAsync());
    }

    private static async Task<(double Commits, double Sends, double P99, double Pages)> RoundAsync(
        BusyCommunity community,
        TimeSpan length
    )
    {
        var commits = await PerSecondAsync(1, length, community.CommitOneRowAsync);
        var sends = await PerSecondAsync(Writers, length, community.SendOneAsync);
        var pages = await PerSecondAsync(Environment.ProcessorCount, length, community.ReadInboxAsync);
        return (commits.PerSecond, sends.PerSecond, sends.P99, pages.PerSecond);
    }

    private static async Task<(double PerSecond, double P99)> PerSecondAsync(
        int workers,
        TimeSpan length,
        Func<Task> act
    )
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var each = new List<double>();
                        while (watch.Elapsed < length)
                        {
                            var begun = watch.Elapsed;
                            await act();
                            each.Add((watch.Elapsed - begun).TotalMilliseconds);
                        }

                        return each;
                    })
                )
        );
        var elapsed = watch.Elapsed;
        var all = times.SelectMany(each => each).Order().ToList();
        return (all.Count / elapsed.TotalSeconds, all[(int)(all.Count * 0.99)]);
    }

    private static double Microseconds(int characters)
    {
        var note = string.Concat(Enumerable.Repeat("Grüße aus Århus, 你好. ", characters / 20 + 1))[..characters];
        const int Times = 2_000;
        VisibleText.Count(note);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Times; i++)
        {
            VisibleText.Count(note);
        }

        return watch.Elapsed.TotalMicroseconds / Times;
    }
}
