namespace ConnectGate.Ties.Groups.Joining;

/// <summary>Counts the wrong codes that a member tries, so that nobody finds a group by trying.</summary>
internal sealed class CodeGuesses(BareCounts counts)
{
    /// <summary>How many wrong codes are let pass, in how long.</summary>
    public static readonly CountedAct Wrong = new("join-code", 20, TimeSpan.FromMinutes(15));

    /// <summary>
    /// Takes a try before the code is looked up, so that of many at once no more are; a refusal where there were too
    /// many.
    /// </summary>
    public Refusal? Take(long memberId) =>
        counts.Take(Wrong, memberId) is { } until
            ? new Refusal("too-many-join-codes", "code", Words.Format("too-many-join-codes", until))
            : null;

    /// <summary>It was no guess.</summary>
    public void GiveBack(long memberId) => counts.GiveBack(Wrong, memberId);
}
