namespace ConnectGate.Ties.Meetings;

/// <summary>
/// What a member shows to somebody they stand before: whoever takes it has met them. One for each member; a new one
/// takes the place of the last. Of its characters only half are readable in the database, the whole is sealed, so that
/// who reads the database cannot use it.
/// </summary>
internal sealed class MeetingCode
{
    /// <summary>How long a code is good for, and by how much that is extended (the product's rule).</summary>
    public static readonly TimeSpan LastsFor = TimeSpan.FromMinutes(5);

    /// <summary>How long it can be good for with every extension; then its owner shows a new one.</summary>
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromHours(1);

    private MeetingCode() { }

    /// <summary>Who shows it; the key.</summary>
    public long OwnerId { get; private set; }

    /// <summary>The half by which it is found, see <see cref="CodeText.Selector"/>.</summary>
    public string Selector { get; private set; } = "";

    /// <summary>All of it, which only the application can read, see <see cref="CodeSeal"/>.</summary>
    public string Sealed { get; private set; } = "";

    public DateTime ShownAt { get; private set; }
    public DateTime EndsAt { get; private set; }

    /// <summary>Who took it; null while nobody did.</summary>
    public long? TakenById { get; private set; }

    public DateTime? TakenAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>A member's first.</summary>
    internal static MeetingCode Of(long ownerId, CodeText code, CodeSeal seal, DateTime now)
    {
        var shown = new MeetingCode { OwnerId = ownerId };
        shown.ShowAnew(code, seal, now);
        return shown;
    }

    /// <summary>Takes the place of the one before, which is worth nothing from now on.</summary>
    internal void ShowAnew(CodeText code, CodeSeal seal, DateTime now)
    {
        (Selector, Sealed) = (code.Selector, seal.Close(code));
        (ShownAt, EndsAt) = (now, now + LastsFor);
        (TakenById, TakenAt) = (null, null);
        Version++;
    }

    /// <summary>Whether somebody could take it now.</summary>
    internal bool IsGood(DateTime now) => TakenById is null && now < EndsAt;

    /// <summary>Whether its owner can have it last longer.</summary>
    internal bool CanLastLonger(DateTime now) => IsGood(now) && EndsAt < ShownAt + LastsAtMost;

    /// <summary>Five more minutes, and no more than an hour in all.</summary>
    /// <exception cref="IllegalTransitionException">It is over, was taken, or has lasted as long as it can.</exception>
    internal void LastLonger(DateTime now)
    {
        Require(CanLastLonger(now), "extended");
        EndsAt = EndsAt + LastsFor < ShownAt + LastsAtMost ? EndsAt + LastsFor : ShownAt + LastsAtMost;
        Version++;
    }

    /// <summary>Somebody takes it, once.</summary>
    /// <exception cref="IllegalTransitionException">It is over, was taken, or is their own.</exception>
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
