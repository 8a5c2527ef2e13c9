using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace ConnectGate.Tests.Conventions;

/// <summary>
/// The floors of the domain from the ground up, the features of each in the order in which they may import, and who
/// imports whom.
/// </summary>
internal static class Floors
{
    /// <summary>
    /// Maps every feature's tables, so it names all of them and all name it. It has no place in the order.
    /// </summary>
    public const string Database = "Foundation.Data";

    private static readonly (string Floor, string[] Features)[] FromTheGroundUp =
    [
        ("Foundation", ["", "Text", "Pipeline", "Paging", "Audit", "Figures", "Portability"]),
        ("People", ["Accounts", "Mail", "Policy", "Members"]),
        ("Gate", [""]),
        ("Ties", ["Groups", "Connections", "Agendas", "Meetings", "AddressBook"]),
        (
            "Letters",
            [
                "Requests",
                "Copies",
                "Talks",
                "Allowances",
                "Attempts",
                "Directory",
                "Asking",
                "Sent",
                "Introductions",
                "References",
            ]
        ),
        ("Care", ["Moderation", "Audit", "Administration", "Noticeboards"]),
        ("Desk", ["Inbox", "Conversations", "Notifications", "Figures", "Portability"]),
    ];

    /// <summary>
    /// Every feature, <c>Floor.Feature</c>, in the order in which they may import: each only those before it.
    /// </summary>
    public static readonly string[] Features =
    [
        .. FromTheGroundUp.SelectMany(floor =>
            floor.Features.Select(feature => $"{floor.Floor}.{feature}".TrimEnd('.'))
        ),
    ];

    /// <summary>One type names another of another feature.</summary>
    public sealed record Import(string Type, string Named, string From, string To)
    {
        public bool IsUp => Array.IndexOf(Features, To) > Array.IndexOf(Features, From);

        public bool IsWithin => FloorOf(From) == FloorOf(To);

        public override string ToString() => $"{Type} names {Named}";
    }

    /// <summary>
    /// The feature of a namespace below the root: its first two parts, or the first alone on a floor of one feature.
    /// </summary>
    public static string FeatureOf(string relativeNamespace)
    {
        var parts = relativeNamespace.Split('.');
        return parts.Length == 1 || parts[0] == "Gate" ? parts[0] : $"{parts[0]}.{parts[1]}";
    }

    /// <summary>Every import between two features, once for each pair of written types.</summary>
    public static IEnumerable<Import> ImportsOf(ModuleDefinition module, string root) =>
        (
            from type in module.TypesWithNested()
            let importer = PlaceOf(type, root)
            where importer is not null
            from named in type.References()
            let to = PlaceOf(named, root)
            where to is not null && to != importer
            select new Import(Assemblies.Written(type).FullName, named.FullName, importer, to)
        ).Distinct();

    /// <summary>The floors from the top down with their features and their imports, as Markdown.</summary>
    public static string Picture(IEnumerable<Import> imports)
    {
        var all = imports.ToList();
        var text = new StringBuilder(
            "| floor | features | imports down | within | up |\n| --- | --- | --- | --- | --- |\n"
        );
        foreach (var (floor, features) in FromTheGroundUp.Reverse())
        {
            var own = all.Where(import => FloorOf(import.From) == floor).ToList();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {floor} | {string.Join(", ", features.Where(feature => feature.Length > 0))} | "
                    + $"{Down(own)} | {Within(own)} | {Up(own)} |"
            );
        }

        return text.Append(CultureInfo.InvariantCulture, $"| all | | {Down(all)} | {Within(all)} | {Up(all)} |")
            .ToString();
    }

    private static int Down(List<Import> imports) => imports.Count(import => !import.IsUp && !import.IsWithin);

    private static int Within(List<Import> imports) => imports.Count(import => !import.IsUp && import.IsWithin);

    private static int Up(List<Import> imports) => imports.Count(import => import.IsUp);

    private static string FloorOf(string feature) => feature.Split('.')[0];

    private static string? PlaceOf(TypeReference type, string root)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return
            type.Namespace.StartsWith(root, StringComparison.Ordinal)
            && FeatureOf(type.Namespace[root.Length..]) is var feature
            && Features.Contains(feature)
            ? feature
            : null;
    }
}
