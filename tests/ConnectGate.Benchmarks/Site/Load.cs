using System.Diagnostics;
using System.Globalization;

namespace ConnectGate.Benchmarks.Site;

/// <summary>Sends the requests of one measure with wrk, from where the last round ended.</summary>
internal sealed class Load(string name, string file)
{
    private const int Connections = 32;

    private long _next;

    public string Name => name;

    /// <summary>Runs a round.</summary>
    /// <exception cref="InvalidOperationException">wrk is missing or failed.</exception>
    public async Task<Round> RunAsync(PublishedSite site, TimeSpan length)
    {
        var before = site.ProcessorTime;
        var start = new ProcessStartInfo("wrk")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--threads=1",
                $"--connections={Connections}",
                string.Create(CultureInfo.InvariantCulture, $"--duration={length.TotalSeconds:0}s"),
                "--timeout=30s",
                "--script",
                Path.Combine(AppContext.BaseDirectory, "load.lua"),
                site.Address.ToString(),
                "--",
                file,
                _next.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var lines = output.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var statuses = lines
            .Where(words => words is ["status", _, _])
            .ToDictionary(words => Number(words[1]), words => (long)Number(words[2]));
        var count = statuses.Values.Sum();
        _next += count + Connections; // those that were under way when the round ended
        return wrk.ExitCode == 0 && count > 0
            ? new Round(
                lines.Where(words => words is ["Requests/sec:", _]).Select(words => Value(words[1])).Single(),
                lines.Where(words => words is ["p50", _]).Select(words => Value(words[1])).Single(),
                lines.Where(words => words is ["p99", _]).Select(words => Value(words[1])).Single(),
                (site.ProcessorTime - before) / count,
                statuses
            )
            : throw new InvalidOperationException($"wrk ended with {wrk.ExitCode} for {name}: {output}");
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static double Value(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}

/// <summary>What one round of a measure gave.</summary>
/// <param name="P50">Median time of an answer in ms.</param>
/// <param name="P99">In ms; one answer of a hundred took longer.</param>
/// <param name="Cpu">The server's processor time for each request.</param>
/// <param name="Statuses">How often each HTTP status came.</param>
internal sealed record Round(
    double PerSecond,
    double P50,
    double P99,
    TimeSpan Cpu,
    IReadOnlyDictionary<int, long> Statuses
);
