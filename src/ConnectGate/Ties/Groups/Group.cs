namespace ConnectGate.Ties.Groups;

/// <summary>
/// A lasting community or a dated event whose members are known: a group, or a gathering. Made by a member, it confirms
/// nothing between its members until a moderator recognises it. Closed, it stays as past: nobody joins any more, and
/// what it confirmed it goes on confirming.
/// </summary>
internal sealed class Group
{
    /// <summary>5 to 80 visible characters: a name can stand for a reason's detail, which has at least 5.</summary>
    public static readonly TextLimit NameLimit = new("group-name", 5, 80) { IsName = true };

    public static readonly TextLimit AboutLimit = new("group-about", 0, 1_000);
    public static readonly TextLimit PlaceLimit = new("place", 2, 120) { IsName = true };

    /// <summary>The most days of a gathering.</summary>
    public const int MostDays = 31;

    /// <summary>
    /// How far from today, in years, a gathering may begin: before, since people meet again, and after.
    /// </summary>
    public const int YearsBack = 30,
        YearsAhead = 5;

    private Group() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";
    public GroupKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string About { get; private set; } = "";

    /// <summary>The first day of a gathering; null of a group.</summary>
    public DateOnly? BeginsOn { get; private set; }

    /// <summary>Its last day, which may be its first.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Where a gathering is; null of a group.</summary>
    public string? Place { get; private set; }

    /// <summary>What one joins by; see <see cref="Groups.JoinCode"/>.</summary>
    public string JoinCode { get; private set; } = "";

    /// <summary>Who made it. Their row also stands for the group where writers wait for each other.</summary>
    public long MadeById { get; private set; }

    public DateTime MadeAt { get; private set; }

    /// <summary>When a moderator recognised it; null where none did, or it was taken back.</summary>
    public DateTime? RecognisedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }
    public int Version { get; private set; }

    internal static Group Make(GroupKind kind, GroupDetails details, long makerId, DateTime now)
    {
        var group = new Group
        {
            PublicId = Foundation.Data.PublicId.Next(),
            Kind = kind,
            JoinCode = Ties.Groups.Joining.JoinCode.Next(),
            MadeById = makerId,
            MadeAt = now,
        };
        group.Write(details);
        return group;
    }

    /// <summary>
    /// Describes it anew. What a moderator recognised was that name, those days and that place: who changes one takes
    /// the recognition back.
    /// </summary>
    internal void Describe(GroupDetails details)
    {
        var (name, begins, ends, place) = (Name, BeginsOn, EndsOn, Place);
        Write(details);
        if ((name, begins, ends, place) != (Name, BeginsOn, EndsOn, Place))
        {
            RecognisedAt = null;
        }

        Version++;
    }

    /// <summary>Makes a new code; the old one opens nothing any more.</summary>
    internal void ChangeCode()
    {
        JoinCode = Ties.Groups.Joining.JoinCode.Next();
        Version++;
    }

    /// <exception cref="IllegalTransitionException">It is closed already.</exception>
    internal void Close(DateTime now)
    {
        Require(ClosedAt is null, "closed twice");
        ClosedAt = now;
        Version++;
    }

    /// <exception cref="IllegalTransitionException">It is recognised already, or is not.</exception>
    internal void Recognise(bool recognised, DateTime now)
    {
        Require(recognised == RecognisedAt is null, "recognised twice, or not recognised twice");
        RecognisedAt = recognised ? now : null;
        Version++;
    }

    private void Write(GroupDetails details)
    {
        Name = VisibleText.Clean(details.Name);
        About = VisibleText.Clean(details.About);
        if (Kind == GroupKind.Gathering)
        {
            (BeginsOn, EndsOn, Place) = (
                details.BeginsOn,
                details.EndsOn ?? details.BeginsOn,
                VisibleText.Clean(details.Place)
            );
        }
    }

    private static void Require(bool legal, string step)
    {
        if (!legal)
        {
            throw new IllegalTransitionException($"A group cannot be {step}.");
        }
    }
}

/// <summary>What it is. In the API in kebab-case.</summary>
public enum GroupKind
{
    /// <summary>A lasting community.</summary>
    Group,

    /// <summary>A dated event.</summary>
    Gathering,
}
