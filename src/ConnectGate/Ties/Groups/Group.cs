namespace ConnectGate.Ties.Groups;

/// <summary>
/// A lasting community (a group) or a dated event (a gathering). Until a moderator recognises it, it confirms nothing
/// between its members. A closed group stays as past: nobody can join it, but it still confirms what it confirmed
/// before.
/// </summary>
internal sealed class Group
{
    /// <summary>5 to 80 visible characters. The name can replace a reason's detail, which needs at least 5.</summary>
    public static readonly TextLimit NameLimit = new("group-name", 5, 80) { IsName = true };

    public static readonly TextLimit AboutLimit = new("group-about", 0, 1_000);
    public static readonly TextLimit PlaceLimit = new("place", 2, 120) { IsName = true };

    /// <summary>The longest gathering, in days.</summary>
    public const int MostDays = 31;

    /// <summary>
    /// How many years before or after today a gathering may begin. Past gatherings are allowed because people meet
    /// again later.
    /// </summary>
    public const int YearsBack = 30,
        YearsAhead = 5;

    private Group() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";
    public GroupKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string About { get; private set; } = "";

    /// <summary>The first day of a gathering; null for a group.</summary>
    public DateOnly? BeginsOn { get; private set; }

    /// <summary>The last day of a gathering, which may equal the first; null for a group.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Null for a group.</summary>
    public string? Place { get; private set; }

    /// <summary>Members join by this code; see <see cref="Groups.JoinCode"/>.</summary>
    public string JoinCode { get; private set; } = "";

    /// <summary>The member who made the group. A lock on this member's row serves as the lock on the group.</summary>
    public long MadeById { get; private set; }

    public DateTime MadeAt { get; private set; }

    /// <summary>Null where no moderator recognised it, or the recognition was taken back.</summary>
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
    /// Replaces the details. A moderator recognised the name, the days and the place, so a change of one of them ends
    /// the recognition.
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

    /// <summary>The old code stops working.</summary>
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

    /// <exception cref="IllegalTransitionException">The group already has the given recognition.</exception>
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

/// <summary>In the API in kebab-case.</summary>
public enum GroupKind
{
    /// <summary>A lasting community.</summary>
    Group,

    /// <summary>A dated event.</summary>
    Gathering,
}
