namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Limits wrong codes, so that nobody can guess one. One limit is for each member. Another is for all members together,
/// because one person can have many accounts. It counts only tries after a member's first few, so that others cannot
/// use up the tries of a member who types a code wrongly. A code has 40 random bits. With 100 valid codes at every
/// moment and 1,000 accounts, which have 6,000 tries an hour, a guess succeeds about once in 200 years.
/// </summary>
internal sealed class CodeTries(BareCounts counts)
{
    public static readonly CountedAct OfMember = new("code", 20, TimeSpan.FromHours(1));

    /// <summary>A member's tries that do not depend on other members' tries.</summary>
    public static readonly CountedAct Own = new("own-code", 5, TimeSpan.FromHours(1));

    public static readonly CountedAct OfAll = new("codes", 1_000, TimeSpan.FromHours(1));

    private const long Everybody = 0;

    /// <summary>
    /// Counts a try before the code is read, so that simultaneous tries cannot exceed a limit. Returns a refusal if a
    /// limit is reached; null otherwise.
    /// </summary>
    public Refusal? Take(long memberId)
    {
        var until = counts.Take(OfMember, memberId);
        if (until is null && counts.Take(Own, memberId) is not null)
        {
            until = counts.Take(OfAll, Everybody);
        }

        return until is null
            ? null
            : new Refusal("too-many-codes", CodeReader.Field, Words.Format("too-many-codes", until));
    }

    /// <summary>Removes a counted try whose code exists.</summary>
    public void GiveBack(long memberId)
    {
        counts.GiveBack(OfMember, memberId);
        if (counts.GiveBack(Own, memberId) >= Own.Most)
        {
            counts.GiveBack(OfAll, Everybody);
        }
    }
}
