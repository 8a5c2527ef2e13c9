using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// A way to reach a member. It follows from what the viewer may read anyway: the policy as they see it, and the reasons
/// for which they cannot ask.
/// </summary>
/// <param name="Accepted">Whether the policy accepts whoever comes this way. Otherwise the letter decides.</param>
public sealed record WayIn(WayKind Kind, bool Accepted)
{
    /// <summary>The open ways, those that the policy accepts first.</summary>
    /// <param name="policy">As the viewer sees it.</param>
    /// <param name="standing">The reasons for which any letter of the viewer is refused now.</param>
    /// <param name="met">Whether both confirmed that they met.</param>
    /// <param name="sharesGroup">Whether the two share a confirmed group or gathering.</param>
    /// <param name="hasChannel">Whether the member named a better way to reach them.</param>
    internal static IReadOnlyList<WayIn> Of(
        PolicySeen policy,
        IReadOnlyList<Refusal> standing,
        bool met,
        bool sharesGroup,
        bool hasChannel
    )
    {
        var (kind, mayAsk, mayBeIntroduced) = (policy.Kind, standing.Count == 0, MayBeIntroduced(standing));
        var byLetter = met || kind != PolicyKind.IntroducedOrMet;
        var ways = new List<WayIn>();
        if (mayAsk && sharesGroup)
        {
            ways.Add(new WayIn(WayKind.SharedGroup, byLetter));
        }

        if (mayBeIntroduced)
        {
            ways.Add(new WayIn(WayKind.Introduction, true));
            if (!met)
            {
                ways.Add(new WayIn(WayKind.Code, true));
            }
        }

        if (hasChannel)
        {
            ways.Add(new WayIn(WayKind.BetterChannel, true));
        }

        if (mayAsk)
        {
            ways.Add(new WayIn(WayKind.Letter, byLetter));
        }

        return [.. ways.OrderByDescending(way => way.Accepted)];
    }

    /// <summary>
    /// Whether a connection can pass a letter on, although these reasons refuse a letter that goes straight.
    /// </summary>
    internal static bool MayBeIntroduced(IReadOnlyList<Refusal> standing) =>
        standing.All(refusal =>
            refusal.Code
                is AllowanceRule.Code
                    or LettersAWeekRule.Code
                    or SharedConnectionRule.Code
                    or SharedConnectionRule.OrGroup
        );
}

public enum WayKind
{
    /// <summary>A confirmed group or gathering that the two share, as the reason of a letter.</summary>
    SharedGroup,

    /// <summary>A connection passes the letter on.</summary>
    Introduction,

    /// <summary>The two confirm by a code that they met.</summary>
    Code,

    /// <summary>What the member named as a better way to reach them.</summary>
    BetterChannel,

    /// <summary>A letter from the viewer alone.</summary>
    Letter,
}
