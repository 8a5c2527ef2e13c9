namespace ConnectGate.Ties.Groups;

/// <summary>
/// A member joined a group by its code or by an accepted invitation. The row is deleted when the member leaves or is
/// removed.
/// </summary>
internal sealed class Membership
{
    private Membership() { }

    public long Id { get; private set; }
    public long GroupId { get; private set; }
    public Group Group { get; private set; } = null!;
    public long MemberId { get; private set; }

    /// <summary>Organisers are named on the group's page, so an organiser is always on the roster.</summary>
    public bool IsOrganiser { get; private set; }

    /// <summary>
    /// Whether the member agreed to be on the roster. Otherwise only organisers learn that the member belongs to the
    /// group.
    /// </summary>
    public bool IsListed { get; private set; }

    public DateTime JoinedAt { get; private set; }

    /// <summary>The first membership of a new group.</summary>
    internal static Membership OfItsMaker(Group group) =>
        new()
        {
            Group = group,
            MemberId = group.MadeById,
            IsOrganiser = true,
            IsListed = true,
            JoinedAt = group.MadeAt,
        };

    internal static Membership Join(Group group, long memberId, bool listed, DateTime now) =>
        new()
        {
            GroupId = group.Id,
            MemberId = memberId,
            IsListed = listed,
            JoinedAt = now,
        };

    /// <exception cref="IllegalTransitionException">An organiser cannot leave the roster.</exception>
    internal void List(bool listed)
    {
        Require(listed || !IsOrganiser);
        IsListed = listed;
    }

    /// <exception cref="IllegalTransitionException">A member who is not on the roster cannot organise: the group's page
    /// would reveal the membership.</exception>
    internal void Organise(bool organises)
    {
        Require(!organises || IsListed);
        IsOrganiser = organises;
    }

    private static void Require(bool legal)
    {
        if (!legal)
        {
            throw new IllegalTransitionException("Organisers are on the roster.");
        }
    }
}
