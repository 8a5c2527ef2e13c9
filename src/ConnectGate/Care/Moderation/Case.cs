namespace ConnectGate.Care.Moderation;

/// <summary>
/// The moderators' file on one member. All reports about the member that arrive before it is closed join it and are
/// decided together.
/// </summary>
internal sealed class Case
{
    /// <summary>A taken case is free again after this time without an act of its moderator.</summary>
    public static readonly TimeSpan TakenFor = TimeSpan.FromHours(1);

    private Case() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";

    /// <summary>The member whom the case is about.</summary>
    public long AuthorId { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>Without the taking, which the clock ends; see <see cref="StateAt"/>.</summary>
    public CaseStage Stage { get; private set; }

    /// <summary>The sum of the weights of its reports. The queue shows heavier cases first.</summary>
    public int Weight { get; private set; }

    /// <summary>The categories of its reports, one bit each (<see cref="BitOf"/>).</summary>
    public int Categories { get; private set; }

    /// <summary>The moderator who works on it, until <see cref="TakenUntil"/>.</summary>
    public long? TakenById { get; private set; }

    public DateTime? TakenUntil { get; private set; }

    /// <summary>Null until the case is closed; then whether a measure followed that still stands.</summary>
    public bool? Upheld { get; private set; }

    public DateTime? ClosedAt { get; private set; }
    public long? ClosedById { get; private set; }

    /// <summary>The words of the decision, for the audit log and, with a measure, for the author.</summary>
    public string? ReasonGiven { get; private set; }

    /// <summary>The end of the time in which its reports hold back the author's requests; null where they do
    /// not.</summary>
    public DateTime? HoldsBackUntil { get; private set; }

    public int Version { get; private set; }

    internal static Case Open(long authorId, DateTime now) =>
        new()
        {
            PublicId = Foundation.Data.PublicId.Next(),
            AuthorId = authorId,
            OpenedAt = now,
        };

    internal CaseState StateAt(DateTime now) =>
        Stage == CaseStage.Closed ? CaseState.Closed
        : TakenUntil > now ? CaseState.Taken
        : Stage == CaseStage.Escalated ? CaseState.Escalated
        : CaseState.Open;

    /// <summary>The moderator who has it; null where nobody has.</summary>
    internal long? TakerAt(DateTime now) => StateAt(now) == CaseState.Taken ? TakenById : null;

    /// <summary>The bit of a category in <see cref="Categories"/>.</summary>
    internal static int BitOf(ReportCategory category) => 1 << (int)category;

    /// <summary>Adds a report.</summary>
    internal void Join(int weight, ReportCategory category)
    {
        Weight += weight;
        Categories |= BitOf(category);
        Version++;
    }

    /// <summary>Takes a report back.</summary>
    /// <param name="left">The categories of the other reports.</param>
    internal void TakeBack(int weight, IEnumerable<ReportCategory> left)
    {
        Weight -= weight;
        Categories = left.Aggregate(0, (bits, category) => bits | BitOf(category));
        Version++;
    }

    /// <summary>Holds the author's requests back. Only the first time, so that later reports do not prolong
    /// it.</summary>
    internal void HoldBack(DateTime until)
    {
        HoldsBackUntil ??= until;
        Version++;
    }

    /// <summary>Takes the case, or keeps it for another hour.</summary>
    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    internal void Take(long moderatorId, DateTime now)
    {
        RequireUnclosed();
        (TakenById, TakenUntil) = (moderatorId, now + TakenFor);
        Version++;
    }

    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    internal void GiveBack()
    {
        RequireUnclosed();
        (TakenById, TakenUntil) = (null, null);
        Version++;
    }

    /// <summary>Passes the case on to the administrators.</summary>
    /// <exception cref="IllegalTransitionException">The case is closed or escalated.</exception>
    internal void Escalate()
    {
        RequireUnclosed();
        if (Stage == CaseStage.Escalated)
        {
            throw new IllegalTransitionException("The case is escalated.");
        }

        Stage = CaseStage.Escalated;
        GiveBack();
    }

    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    internal void Close(bool upheld, long moderatorId, string reason, DateTime now)
    {
        RequireUnclosed();
        (Stage, Upheld) = (CaseStage.Closed, upheld);
        (ClosedAt, ClosedById, ReasonGiven) = (now, moderatorId, VisibleText.Clean(reason));
        (TakenById, TakenUntil, HoldsBackUntil) = (null, null, null);
        Version++;
    }

    /// <summary>An appeal undid the last of its measures.</summary>
    internal void Overturn()
    {
        Upheld = false;
        Version++;
    }

    private void RequireUnclosed()
    {
        if (Stage == CaseStage.Closed)
        {
            throw new IllegalTransitionException("The case is closed.");
        }
    }
}

/// <summary>The part of a case's state that does not depend on the clock.</summary>
internal enum CaseStage
{
    Open,
    Escalated,
    Closed,
}

public enum CaseState
{
    Open,

    /// <summary>A moderator works on it. It is open or escalated again an hour after their last act.</summary>
    Taken,

    /// <summary>An administrator is to decide.</summary>
    Escalated,

    Closed,
}
