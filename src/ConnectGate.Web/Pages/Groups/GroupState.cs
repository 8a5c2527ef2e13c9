using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>The dates and the state of a group or gathering, as the partial <c>_GroupState</c> shows them.</summary>
/// <param name="BeginsOn">Null for a group.</param>
/// <param name="EndsOn">Null for a group.</param>
/// <param name="Place">Null for a group.</param>
public sealed record GroupState(DateOnly? BeginsOn, DateOnly? EndsOn, string? Place, bool Recognised, bool Closed)
{
    public static GroupState Of(ListGroups.Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.BeginsOn, row.EndsOn, row.Place, row.Recognised, row.Closed);
    }

    public static GroupState Of(GroupSeen group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new(group.BeginsOn, group.EndsOn, group.Place, group.Recognised, group.Closed);
    }
}
