using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>
/// When and where a gathering is, and how a group stands, as the partial <c>_GroupState</c> shows it.
/// </summary>
/// <param name="BeginsOn">The first day of a gathering.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Recognised">Whether a moderator recognised it.</param>
/// <param name="Closed">Whether it is closed.</param>
public sealed record GroupState(DateOnly? BeginsOn, DateOnly? EndsOn, string? Place, bool Recognised, bool Closed)
{
    /// <summary>Of one in a list.</summary>
    public static GroupState Of(ListGroups.Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.BeginsOn, row.EndsOn, row.Place, row.Recognised, row.Closed);
    }

    /// <summary>Of one on its own page.</summary>
    public static GroupState Of(GroupSeen group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new(group.BeginsOn, group.EndsOn, group.Place, group.Recognised, group.Closed);
    }
}
