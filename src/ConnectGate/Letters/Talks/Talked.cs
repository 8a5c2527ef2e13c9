namespace ConnectGate.Letters.Talks;

/// <summary>
/// Whether two members have talked: both wrote, whatever became of the letter, so that it tells nothing of a decision.
/// </summary>
internal static class Talked
{
    /// <summary>The talks in which both wrote.</summary>
    public static IQueryable<Talk> ByBoth(this IQueryable<Talk> talks) => talks.Where(talk => talk.Messages >= 2);
}
