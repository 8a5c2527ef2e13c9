namespace ConnectGate.Ties.Meetings;

/// <summary>
/// A code that a member shows to another person face to face. The member who takes it has met the owner. Each member
/// has at most one code; a new code replaces it. The database contains only half of the characters readable, and the
/// whole code encrypted, so that a reader of the database cannot use the code.
/// </summary>
internal sealed class MeetingCode
{
    /// <summary>The life of a new code, and the length of one extension (the product's rule).</summary>
    public static readonly TimeSpan LastsFor = TimeSpan.FromMinutes(5);

    /// <summary>The longest life with all extensions. After it, the owner must show a new code.</summary>
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromHours(1);

    private MeetingCode() { }

    /// <summary>The primary key.</summary>
    public long OwnerId { get; private set; }

    /// <summary>The half of the characters that finds the row; see <see cref="CodeText.Selector"/>.</summary>
    public string Selector { get; private set; } = "";

    /// <summary>The whole code, encrypted; see <see cref="CodeSeal"/>.</summary>
    public string Sealed { get; private set; } = "";

    public DateTime ShownAt { get; private set; }
    public DateTime EndsAt { get; private set; }

    /// <summary>Null until a member takes the code.</summary>
    public long? TakenById { get; private set; }

    public DateTime? TakenAt { get; private set; }
    public int Version { get; private set; }

    internal static MeetingCode Of(long ownerId, CodeText code, CodeSeal seal, DateTime now)
    {
        var shown = new MeetingCode { OwnerId = ownerId };
        shown.ShowAnew(code, seal, now);
        return shown;
    }

    /// <summary>Replaces the earlier code, which nobody can take from now on.</summary>
    internal void ShowAnew(CodeText code, CodeSeal seal, DateTime now)
    {
        (Selector, Sealed) = (code.Selector, seal.Close(code));
        (ShownAt, EndsAt) = (now, now + LastsFor);
        (TakenById, TakenAt) = (null, null);
        Version++;
    }

    /// <summary>Whether a member can take the code now.</summary>
    internal bool IsGood(DateTime now) => TakenById is null && now < EndsAt;

    /// <summary>Whether the owner can extend the code now.</summary>
    internal bool CanLastLonger(DateTime now) => IsGood(now) && EndsAt < ShownAt + LastsAtMost;

    /// <summary>Adds <see cref="LastsFor"/>, up to <see cref="LastsAtMost"/> in all.</summary>
    /// <exception cref="IllegalTransitionException">The code is over, was taken, or has its longest life
    /// already.</exception>
    internal void LastLonger(DateTime now)
    {
        Require(CanLastLonger(now), "extended");
        EndsAt = EndsAt + LastsFor < ShownAt + LastsAtMost ? EndsAt + LastsFor : ShownAt + LastsAtMost;
        Version++;
    }

    /// <exception cref="IllegalTransitionException">The code is over, was taken, or is the member's own.</exception>
    internal void Take(long memberId, DateTime now)
    {
        Require(IsGood(now) && memberId != OwnerId, "taken");
        (TakenById, TakenAt) = (memberId, now);
        Version++;
    }

    private static void Require(bool legal, string step)
    {
        if (!legal)
        {
            throw new IllegalTransitionException($"A code cannot be {step} in its state.");
        }
    }
}
