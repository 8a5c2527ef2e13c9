using System.Globalization;

namespace ConnectGate.Benchmarks.Site;

internal static class Moment
{
    /// <summary>The text of a UTC time as EF writes it into SQLite, with microseconds.</summary>
    public static string Text(DateTime time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
}
