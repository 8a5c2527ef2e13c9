using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Letters.References;

/// <summary>
/// Whom the recipient of a letter asked about its sender, what they answered, and whom else they may ask. For the
/// recipient alone.
/// </summary>
/// <param name="Asked">Those asked, in the order of asking; at most three.</param>
/// <param name="MayAsk">Those of the mutual connections that can be asked now; nobody once three were, or the letter
/// waits no longer.</param>
public sealed record AskedAboutSender(
    IReadOnlyList<AskedAboutSender.One> Asked,
    IReadOnlyList<MutualConnections.Named> MayAsk
)
{
    /// <summary>The most who can be asked.</summary>
    public const int Most = Reference.MostForALetter;

    /// <summary>One who was asked.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="AskedAt">When.</param>
    /// <param name="Answer">What they said; null while they have not.</param>
    /// <param name="Line">What they added; may be empty.</param>
    public sealed record One(string Handle, string DisplayName, DateTime AskedAt, Acquaintance? Answer, string Line);

    internal static async Task<AskedAboutSender> OfAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        MutualConnections.View mutual,
        bool mayDecide,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var asked = await (
            from reference in context.References
            where reference.RequestId == letter.Id
            join member in context.Members on reference.AskedId equals member.Id
            orderby reference.AskedAt, reference.Id
            select new One(member.Handle, member.DisplayName, reference.AskedAt, reference.Answer, reference.Line)
        ).ToListAsync(cancellationToken);
        return new AskedAboutSender(
            asked,
            mayDecide && letter.IsUndecided(now) && asked.Count < Most
                ? [.. mutual.Members.Where(member => !asked.Exists(one => one.Handle == member.Handle))]
                : []
        );
    }
}
