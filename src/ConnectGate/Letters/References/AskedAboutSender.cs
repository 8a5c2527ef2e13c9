using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Letters.References;

/// <summary>
/// The members whom a letter's recipient asked about its sender, their answers, and the members whom the recipient may
/// still ask. Only the recipient sees this.
/// </summary>
/// <param name="Asked">In the order of asking; at most three.</param>
/// <param name="MayAsk">The mutual connections that the recipient can ask now. Empty once three were asked, or once the
/// letter no longer waits for a decision.</param>
public sealed record AskedAboutSender(
    IReadOnlyList<AskedAboutSender.One> Asked,
    IReadOnlyList<MutualConnections.Named> MayAsk
)
{
    /// <summary>For one letter.</summary>
    public const int Most = Reference.MostForALetter;

    /// <param name="Id">The reference's public id.</param>
    /// <param name="Handle">The asked member's handle.</param>
    /// <param name="DisplayName">The asked member's display name.</param>
    /// <param name="AskedAt">In UTC.</param>
    /// <param name="Answer">Null until the member answers.</param>
    /// <param name="Line">May be empty.</param>
    public sealed record One(
        string Id,
        string Handle,
        string DisplayName,
        DateTime AskedAt,
        Acquaintance? Answer,
        string Line
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    /// <param name="mutual">The people whom recipient and sender both know.</param>
    /// <param name="mayAsk">Whether the letter waits for a decision that the recipient can take.</param>
    internal static AskedAboutSender Of(IReadOnlyList<One> asked, MutualConnections.View mutual, bool mayAsk) =>
        new(
            asked,
            mayAsk && asked.Count < Most
                ? [.. mutual.Members.Where(member => asked.All(one => one.Handle != member.Handle))]
                : []
        );

    /// <summary>Those whom the letter's recipient asked.</summary>
    internal static async Task<IReadOnlyList<One>> AskedAsync(
        ConnectGateContext context,
        long letterId,
        CancellationToken cancellationToken
    ) =>
        await (
            from reference in context.References
            where reference.RequestId == letterId
            join member in context.Members on reference.AskedId equals member.Id
            orderby reference.AskedAt, reference.Id
            select new One(
                reference.PublicId,
                member.Handle,
                member.DisplayName,
                reference.AskedAt,
                reference.Answer,
                reference.Line
            )
            {
                Photo = member.PhotoVersion,
            }
        ).ToListAsync(cancellationToken);
}
