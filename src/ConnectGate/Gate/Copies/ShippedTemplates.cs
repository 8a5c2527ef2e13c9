using System.Collections.Frozen;

namespace ConnectGate.Gate.Copies;

/// <summary>
/// Outreach templates that the gate knows from the start, from <c>Gate/Copies/templates.txt</c>. A community adds its
/// own to its database.
/// </summary>
internal static class ShippedTemplates
{
    /// <summary>The code of a note made from a template.</summary>
    public const string KnownTemplate = "known-template";

    private static readonly Lazy<FrozenDictionary<uint, NotePrint[]>> ByPair = new(Read);

    /// <summary>
    /// The likeness to the most similar template, from 0 to 1. Compares only the templates with enough word pairs in
    /// common; the others have the likeness 0.
    /// </summary>
    public static double Likeness(NotePrint print)
    {
        var byPair = ByPair.Value;
        var common = new Dictionary<NotePrint, int>();
        foreach (var pair in print.Pairs)
        {
            foreach (var template in byPair.GetValueOrDefault(pair, []))
            {
                common[template] = common.GetValueOrDefault(template) + 1;
            }
        }

        return common
            .Where(one => one.Value >= NotePrint.LeastInCommon)
            .Select(one => NotePrint.Likeness(print, one.Key))
            .DefaultIfEmpty()
            .Max();
    }

    private static FrozenDictionary<uint, NotePrint[]> Read()
    {
        using var reader = new StreamReader(
            typeof(ShippedTemplates).Assembly.GetManifestResourceStream("Copies/templates.txt")!
        );
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(NoteTemplate.PrintOf)
            .SelectMany(template => template.Pairs.Select(pair => (Pair: pair, Template: template)))
            .GroupBy(one => one.Pair, one => one.Template)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }
}
