namespace ConnectGate.Letters.Talks;

/// <summary>
/// Two members have talked once both wrote. The later decision does not matter, so the fact reveals no decision.
/// </summary>
internal static class Talked
{
    /// <summary>The talks in which both members wrote.</summary>
    public static IQueryable<Talk> ByBoth(this IQueryable<Talk> talks) => talks.Where(talk => talk.Messages >= 2);
}
