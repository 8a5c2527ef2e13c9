namespace ConnectGate.Ties.Meetings;

/// <summary>
/// Counts codes that there are not, so that nobody guesses one: for each member, and for all together, since many
/// accounts can be one person's. With 40 bits and a thousand tries an hour, a hundred codes shown at every moment would
/// be met once in a thousand years.
/// </summary>
internal sealed class CodeTries(BareCounts counts)
{
    /// <summary>A member's wrong codes.</summary>
    public static readonly CountedAct OfMember = new("code", 20, TimeSpan.FromHours(1));

    /// <summary>Everybody's.</summary>
    public static readonly CountedAct OfAll = new("codes", 1_000, TimeSpan.FromHours(1));

    private const long Everybody = 0;

    /// <summary>
    /// Takes a try before it is looked at, so that of many at once no more are; a refusal where there were too many.
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

    /// <summary>It was no guess.</summary>
    public void GiveBack(long memberId)
    {
        counts.GiveBack(OfMember, memberId);
        counts.GiveBack(OfAll, Everybody);
    }
}
