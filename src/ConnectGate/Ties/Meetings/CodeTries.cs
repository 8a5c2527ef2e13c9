namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Limits wrong codes, so that nobody can guess one. One limit is for each member. The other limit is for all members
/// together, because one person can have many accounts. A code has 40 random bits. With 1,000 tries an hour, and 100
/// valid codes at every moment, a guess succeeds about once in a thousand years.
/// </summary>
internal sealed class CodeTries(BareCounts counts)
{
    public static readonly CountedAct OfMember = new("code", 20, TimeSpan.FromHours(1));

    public static readonly CountedAct OfAll = new("codes", 1_000, TimeSpan.FromHours(1));

    private const long Everybody = 0;

    /// <summary>
    /// Counts a try before the code is read, so that simultaneous tries cannot exceed a limit. Returns a refusal if a
    /// limit is reached; null otherwise.
    /// </summary>
    public Refusal? Take(long memberId)
    {
        var until = counts.Take(OfMember, memberId);
        if (until is null && counts.Take(OfAll, Everybody) is { } all)
        {
            until = all;
        }

        return until is null
            ? null
            : new Refusal("too-many-codes", CodeReader.Field, Words.Format("too-many-codes", until));
    }

    /// <summary>Removes a counted try whose code exists.</summary>
    public void GiveBack(long memberId)
    {
        counts.GiveBack(OfMember, memberId);
        counts.GiveBack(OfAll, Everybody);
    }
}
