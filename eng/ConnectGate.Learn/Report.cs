using System.Globalization;

namespace ConnectGate.Learn;

/// <summary>
/// Prints the results of the gate, with refusals and advice separate. The intervals show the uncertainty of a small
/// corpus.
/// </summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Judged> judged, bool wrong)
    {
        var scored = judged.Where(one => one.Note.Block is not null).ToList();
        var bad = scored.Where(one => one.Note.Block == true).ToList();
        var good = scored.Where(one => one.Note.Block == false).ToList();
        Say($"{judged.Count} notes, {judged.Count - scored.Count} of them without a label");
        Line("refused", judged.Count(one => one.Refused), judged.Count);
        PrintCodes(judged.Where(one => one.Refused));
        Line("advised", judged.Count(one => one.Advised), judged.Count);
        PrintCodes(judged.Where(one => one.Advised));
        Line("refusal precision", bad.Count(one => one.Refused), scored.Count(one => one.Refused));
        Line("bad notes refused", bad.Count(one => one.Refused), bad.Count);
        Line("  refused or advised", bad.Count(one => one.Refused || one.Advised), bad.Count);
        Line("genuine notes refused", good.Count(one => one.Refused), good.Count);
        Line("genuine notes advised", good.Count(one => one.Advised), good.Count);
        foreach (
            var group in scored
                .GroupBy(one => $"{one.Note.Label}, {one.Note.Language}", StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            Say(
                $"{group.Key, -24}{group.Count(), 4}: {group.Count(one => one.Refused)} refused, "
                    + $"{group.Count(one => one.Advised)} advised"
            );
        }

        foreach (var one in judged.Where(one => wrong && one.Refused != (one.Note.Block ?? false)))
        {
            PrintWrong(one);
        }
    }

    private static void PrintCodes(IEnumerable<Judged> judged)
    {
        foreach (
            var code in judged
                .SelectMany(one => one.Codes)
                .CountBy(code => code, StringComparer.Ordinal)
                .OrderByDescending(code => code.Value)
                .ThenBy(code => code.Key, StringComparer.Ordinal)
        )
        {
            Say($"    {code.Key, -20}{code.Value, 4}");
        }
    }

    private static void PrintWrong(Judged one)
    {
        var said =
            one.Refused ? "refused"
            : one.Advised ? "advised"
            : "passed";
        Say($"\n{said}, {one.Note.Label}, {one.Note.Language}: {one.Note.Note.Text}");
        Say($"    {string.Join(' ', one.Codes)}");
        var evidence =
            from found in one.Result.Evidence
            orderby found.Points descending
            select string.Create(
                CultureInfo.InvariantCulture,
                $"{(found.For ? '+' : '-')}{found.Points:0.0} {found.Sign} {found.Quote.Text}"
            );
        Say($"    {string.Join("; ", evidence)}");
    }

    private static void Line(string name, int hits, int of) => Say($"{name, -24}{Share(hits, of)}");

    private static void Say(string line) => Console.WriteLine(line);

    // Wilson's interval is valid for few notes and for shares near 0 or 1.
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
            $"{hits, 4} of {of, -5} {share:0.000}   95 %: {Math.Max(0, middle - half):0.000} to "
                + $"{Math.Min(1, middle + half):0.000}"
        );
    }
}
