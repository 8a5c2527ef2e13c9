using System.Text.RegularExpressions;

namespace ConnectGate.Tests.Web.Authorization;

/// <summary>
/// Every page of <see cref="AuthorizationTable"/>, with somebody of the <see cref="Cast"/> who may open it.
/// </summary>
internal static partial class TablePages
{
    public static IEnumerable<(string Address, Opens Opens, string Who)> All { get; } =
    [
        .. AuthorizationTable
            .Rows.Where(row => !row.Key.Contains("/api/", StringComparison.Ordinal))
            .Select(row => (Address: row.Key.Split(' ')[1].Split('?')[0], Opens: row.Value))
            .Distinct()
            .Select(page => (page.Address, page.Opens, Who(page.Opens))),
    ];

    /// <summary>The address with the ids and handles of things in its places, which a space separates.</summary>
    public static string Path(string address, string things)
    {
        var (parts, place) = (things.Split(' '), 0);
        return Place().Replace(address, _ => parts[Math.Min(place++, parts.Length - 1)]);
    }

    private static string Who(Opens opens) =>
        opens switch
        {
            Opens.ToModeratorsOfAppeals => "administrator", // another than the moderator whose measure it is
            >= Opens.ToAdministrators => "administrator",
            >= Opens.ToModerators => "moderator",
            _ => "member",
        };

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
