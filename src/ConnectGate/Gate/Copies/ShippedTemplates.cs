namespace ConnectGate.Gate.Copies;

/// <summary>
/// Outreach templates that the gate knows from the start, from <c>Gate/Copies/templates.txt</c>. A community adds its
/// own to its database.
/// </summary>
internal static class ShippedTemplates
{
    /// <summary>The code of a note made from a template.</summary>
    public const string KnownTemplate = "known-template";

    private static readonly Lazy<IReadOnlyList<NotePrint>> Prints = new(Read);

    /// <summary>The likeness to the most similar template, from 0 to 1.</summary>
    public static double Likeness(NotePrint print) => Prints.Value.Max(template => NotePrint.Likeness(print, template));

    private static IReadOnlyList<NotePrint> Read()
    {
        using var reader = new StreamReader(
            typeof(ShippedTemplates).Assembly.GetManifestResourceStream("Copies/templates.txt")!
        );
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Select(NoteTemplate.PrintOf),
        ];
    }
}
