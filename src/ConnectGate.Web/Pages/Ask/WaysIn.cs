using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Web.Pages.Ask;

/// <summary>The ways to reach a member, as the partial <c>_WaysIn</c> shows them: each in one line.</summary>
/// <param name="Letter">The address at which the reader writes the letter.</param>
/// <param name="Groups">The confirmed groups and gatherings that the two share.</param>
/// <param name="Mutual">The people both know, as far as the reader may know of them.</param>
public sealed record WaysIn(
    string Handle,
    string Name,
    string Letter,
    IReadOnlyList<WayIn> Ways,
    IReadOnlyList<SharedContext.Shared> Groups,
    IReadOnlyList<MutualConnections.Named> Mutual,
    IReadOnlyList<string> BetterWays
)
{
    /// <summary>The most people that the line of introductions names.</summary>
    private const int MostNamed = 2;

    /// <summary>The address at which the reader asks for an introduction.</summary>
    public string Introduction => $"/ask/{Handle}/introduction";

    public IEnumerable<MutualConnections.Named> Connectors => Mutual.Take(MostNamed);

    public static WaysIn Of(ComposeLetter.View asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (handle, name) = (asked.Recipient.Handle, asked.Recipient.DisplayName);
        return Of(handle, name, "#letter", asked.Ways, asked.SharedGroups, asked.MutualConnections, asked.BetterWays);
    }

    public static WaysIn Of(ViewProfile.View seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var (handle, name, ask) = (seen.Handle, seen.DisplayName, $"/ask/{seen.Handle}");
        return Of(handle, name, ask, seen.Ways, seen.SharedGroups, seen.MutualConnections, seen.BetterWays);
    }

    /// <summary>The address of a group's page.</summary>
    public static string AddressOf(SharedContext.Shared group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return $"{(group.Kind == GroupKind.Gathering ? "/gatherings" : "/groups")}/{group.Id}";
    }

    private static WaysIn Of(
        string handle,
        string name,
        string letter,
        IReadOnlyList<WayIn> ways,
        IReadOnlyList<SharedContext.Shared> groups,
        IReadOnlyList<MutualConnections.Named> mutual,
        IReadOnlyList<string> betterWays
    ) => new(handle, name, letter, ways, [.. groups.Where(group => group.Confirmed)], mutual, betterWays);
}
