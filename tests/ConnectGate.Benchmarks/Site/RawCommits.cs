using System.Diagnostics;

namespace ConnectGate.Benchmarks.Site;

/// <summary>Measures the disk: SQLite as the product sets it, one row in each durable commit, one writer.</summary>
internal static class RawCommits
{
    public static double PerSecond(string folder, TimeSpan length)
    {
        var file = Path.Combine(folder, "raw.db");
        File.Delete(file);
        using var connection = SqliteFile.Open(file);
        connection.Run(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Row (Id INTEGER PRIMARY KEY, Text TEXT)"
        );
        using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO Row (Text) VALUES ('We met at the harbour walk in March and talked about tide tables.')";
        command.Prepare();
        var watch = Stopwatch.StartNew();
        var commits = 0;
        while (watch.Elapsed < length)
        {
            commits += command.ExecuteNonQuery();
        }

        return commits / watch.Elapsed.TotalSeconds;
    }
}
