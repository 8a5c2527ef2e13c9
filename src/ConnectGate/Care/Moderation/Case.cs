namespace ConnectGate.Care.Moderation;

/// <summary>
/// The moderators' file on one member. All reports about the member that arrive while it is open join it and are
/// decided together.
/// </summary>
internal sealed class Case
{
    private Case() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";

    /// <summary>The member whom the case is about.</summary>
    public long AuthorId { get; private set; }

    public DateTime OpenedAt { get; private set; }
    public CaseState State { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public long? ClosedById { get; private set; }
    public string? ReasonGiven { get; private set; }
    public int Version { get; private set; }

    internal static Case Open(long authorId, DateTime now) =>
        new()
        {
            PublicId = Foundation.Data.PublicId.Next(),
            AuthorId = authorId,
            OpenedAt = now,
            State = CaseState.Open,
        };

    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    internal void Close(bool upheld, long moderatorId, string reason, DateTime now)
    {
        if (State != CaseState.Open)
        {
            throw new IllegalTransitionException("The case is closed.");
        }

        State = upheld ? CaseState.Upheld : CaseState.Dismissed;
        (ClosedAt, ClosedById, ReasonGiven) = (now, moderatorId, VisibleText.Clean(reason));
        Version++;
    }
}

public enum CaseState
{
    Open,

    /// <summary>No measure followed.</summary>
    Dismissed,

    /// <summary>A measure followed.</summary>
    Upheld,
}
