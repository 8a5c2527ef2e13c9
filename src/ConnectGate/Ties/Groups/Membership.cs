namespace ConnectGate.Ties.Groups;

/// <summary>
/// A member belongs to a group: they joined by its code, or accepted an invitation. Who leaves or is removed goes
/// without a row.
/// </summary>
internal sealed class Membership
{
    private Membership() { }

    public long Id { get; private set; }
    public long GroupId { get; private set; }
    public Group Group { get; private set; } = null!;
    public long MemberId { get; private set; }

    /// <summary>Whether they organise it. Organisers are named on its page, and so are on its roster.</summary>
    public bool IsOrganiser { get; private set; }

    /// <summary>
    /// Whether they agreed to be on the roster: only then do other members, and whom they share the group with, learn
    /// that they belong.
    /// </summary>
    public bool IsListed { get; private set; }

    public DateTime JoinedAt { get; private set; }

    /// <summary>The first of a group that was just made.</summary>
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

    /// <exception cref="IllegalTransitionException">An organiser can't go from the roster.</exception>
    internal void List(bool listed)
    {
        Require(listed || !IsOrganiser);
        IsListed = listed;
    }

    /// <exception cref="IllegalTransitionException">Who is not on the roster can't organise: it would tell that they
    /// belong.</exception>
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
