namespace ConnectGate.Ties.Groups.Joining;

/// <summary>Counts the wrong codes of each member, so that nobody finds a group by guessing.</summary>
internal sealed class CodeGuesses(BareCounts counts)
{
    /// <summary>The most wrong codes of one member, and the time in which they count.</summary>
    public static readonly CountedAct Wrong = new("join-code", 20, TimeSpan.FromMinutes(15));

    /// <summary>
    /// Counts the attempt before the code is looked up, so that parallel attempts cannot exceed the limit. Null where
    /// the attempt is allowed.
    /// </summary>
    public Refusal? Take(long memberId) =>
        counts.Take(Wrong, memberId) is { } until
            ? new Refusal("too-many-join-codes", "code", Words.Format("too-many-join-codes", until))
            : null;

    /// <summary>Takes the attempt out of the count, because its code was right.</summary>
    public void GiveBack(long memberId) => counts.GiveBack(Wrong, memberId);
}
