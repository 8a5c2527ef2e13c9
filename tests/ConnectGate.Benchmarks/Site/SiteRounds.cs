using System.Diagnostics;
using System.Globalization;

namespace ConnectGate.Benchmarks.Site;

/// <summary>
/// Measures a published build under load: every measure in every round, one after the other, so that a busy machine
/// hurts them alike. Prints the medians and the ratios that have goals.
/// </summary>
internal static class SiteRounds
{
    private const int Rounds = 3,
        Port = 5_099;

    // Above what a machine of 2026 sends in all rounds.
    private const int LettersToSend = 60_000;

    /// <param name="build">The folder of a published build with the bench pages.</param>
    /// <param name="folder">Keeps the generated communities from one run to the next.</param>
    /// <param name="length">Of each round, in whole seconds.</param>
    public static async Task RunAsync(string build, string folder, Scale scale, TimeSpan length)
    {
        var community = Path.Combine(folder, $"{scale.Name}.db");
        Generator.Make(scale, Path.Combine(folder, "demo.db"), community);
        var used = Directory.CreateDirectory(Path.Combine(folder, "used")).FullName;
        var database = Path.Combine(used, "community.db");
        foreach (var old in Directory.GetFiles(used, "community.db*"))
        {
            File.Delete(old);
        }

        File.Copy(community, database);

        var start = Stopwatch.StartNew();
        await using var site = await PublishedSite.StartAsync(build, database, Port);
        var first = await site.SignInAsync(Scale.FirstMember);
        var rows = (await site.ReadAsync(first, "/inbox")).Split("/inbox/R").Length - 1;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"start to first inbox page: {start.Elapsed.TotalSeconds:0.00} s; it links to {rows} letters"
            )
        );

        var readers = new List<SignedIn> { first };
        for (var reader = Scale.FirstMember + 1; reader < Scale.FirstOther; reader++)
        {
            readers.Add(await site.SignInAsync(reader));
        }

        var loads = new List<Load>();
        foreach (var (name, lines) in Measures.Of(scale, readers, LettersToSend))
        {
            var file = Path.Combine(used, $"{name}.tsv");
            await File.WriteAllLinesAsync(file, lines);
            loads.Add(new(name, file));
        }

        foreach (var load in loads)
        {
            await load.RunAsync(site, TimeSpan.FromSeconds(1)); // warms up
        }

        var before = Count(database, "Requests");
        var report = new Report(loads.Select(load => load.Name));
        for (var round = 0; round < Rounds; round++)
        {
            report.Commits.Add(RawCommits.PerSecond(used, length));
            foreach (var load in loads)
            {
                report.Rounds[load.Name].Add(await load.RunAsync(site, length));
            }
        }

        report.Print();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Redirects(Measures.Send):N0} letters acknowledged, "
                    + $"{Count(database, "Requests") - before:N0} rows added; {site.Memory:0} MB resident"
            )
        );
    }

    private static long Count(string database, string table)
    {
        using var connection = SqliteFile.Open(database);
        return connection.Number($"SELECT count(*) FROM \"{table}\"");
    }
}
