using System.Globalization;

namespace ConnectGate.Learn;

/// <summary>How the gate did on labelled notes, with the intervals that so few notes allow.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Judged> judged, bool wrong)
    {
        var scored = judged.Where(one => one.Note.Block is not null).ToList();
        var bad = scored.Where(one => one.Note.Block == true).ToList();
        var good = scored.Where(one => one.Note.Block == false).ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{judged.Count} notes, {judged.Count - scored.Count} of them not scored"
            )
        );
        Console.WriteLine($"refused                 {Share(judged.Count(one => one.Refused), judged.Count)}");
        foreach (
            var code in judged
                .SelectMany(one => one.RefusedFor)
                .CountBy(code => code, StringComparer.Ordinal)
                .OrderByDescending(code => code.Value)
                .ThenBy(code => code.Key, StringComparer.Ordinal)
        )
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {code.Key, -20}{code.Value, 4}"));
        }

        Console.WriteLine($"passed with a prompt    {Share(judged.Count(one => one.Prompted), judged.Count)}");
        Console.WriteLine(
            $"precision               {Share(bad.Count(one => one.Refused), scored.Count(one => one.Refused))}"
        );
        Console.WriteLine($"recall                  {Share(bad.Count(one => one.Refused), bad.Count)}");
        Console.WriteLine($"genuine notes refused   {Share(good.Count(one => one.Refused), good.Count)}");
        Console.WriteLine($"bad notes prompted      {Share(bad.Count(one => one.Prompted), bad.Count)}");
        Console.WriteLine($"genuine notes prompted  {Share(good.Count(one => one.Prompted), good.Count)}");
        Console.WriteLine();
        Console.WriteLine("label and language      judged as labelled");
        foreach (
            var group in scored
                .GroupBy(one => $"{one.Note.Label}, {one.Note.Language}", StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            Console.WriteLine(
                $"{group.Key, -24}{Share(group.Count(one => one.Refused == one.Note.Block), group.Count())}"
            );
        }

        foreach (var one in judged.Where(one => wrong && one.Refused != (one.Note.Block ?? false)))
        {
            PrintWrong(one);
        }
    }

    private static void PrintWrong(Judged one)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"{(one.Refused ? "refused" : "passed")}, {one.Note.Label}, {one.Note.Language}: {one.Note.Note.Text}"
        );
        Console.WriteLine($"    {string.Join(' ', one.RefusedFor)}");
        Console.WriteLine(
            $"    {string.Join("; ", one.Result.Evidence.OrderByDescending(found => found.Points).Select(found => string.Create(CultureInfo.InvariantCulture, $"{(found.For ? '+' : '-')}{found.Points:0.0} {found.Sign} {found.Found}")))}"
        );
    }

    // Wilson's interval, which holds where a share is near 0 or 1 and the notes are few.
    private static string Share(int hits, int of)
    {
        if (of == 0)
        {
            return "none";
        }

        const double z = 1.96;
        var share = (double)hits / of;
        var middle = (share + (z * z / (2 * of))) / (1 + (z * z / of));
        var half = z / (1 + (z * z / of)) * Math.Sqrt((share * (1 - share) / of) + (z * z / (4.0 * of * of)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hits, 4} of {of, -5} {share:0.000}   95 %: {Math.Max(0, middle - half):0.000} to {Math.Min(1, middle + half):0.000}"
        );
    }
}
