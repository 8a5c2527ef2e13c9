using ConnectGate.Gate;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// A member offers to introduce two of their connections to each other. Neither the other member nor the introducer
/// sees whether a member agrees. Once both agree, either may write to the other.
/// </summary>
internal sealed class Offer
{
    private readonly List<OfferTo> _to = [];

    private Offer() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";
    public long IntroducerId { get; private set; }
    public DateTime OfferedAt { get; private set; }

    /// <summary>Null until both members agree.</summary>
    public DateTime? AgreedAt { get; private set; }

    /// <summary>Exactly two members.</summary>
    public IReadOnlyList<OfferTo> To => _to;

    public int Version { get; private set; }

    internal static Offer By(
        long introducerId,
        (long Id, string Words) one,
        (long Id, string Words) other,
        DateTime now
    )
    {
        var offer = new Offer
        {
            PublicId = Foundation.Data.PublicId.Next(),
            IntroducerId = introducerId,
            OfferedAt = now,
        };
        offer._to.AddRange([OfferTo.Member(one.Id, one.Words), OfferTo.Member(other.Id, other.Words)]);
        return offer;
    }

    /// <summary>Stores the answer of one of the two members. The answer can change until both agree.</summary>
    /// <exception cref="IllegalTransitionException">Both members agreed already.</exception>
    internal void Answer(long memberId, bool agrees, DateTime now)
    {
        if (AgreedAt is not null)
        {
            throw new IllegalTransitionException("Both agreed already.");
        }

        To.Single(to => to.MemberId == memberId).Answer(agrees);
        AgreedAt = To.All(to => to.Agrees == true) ? now : null;
        Version++;
    }

    /// <summary>
    /// The introduction of a letter from one of the two members, with the introducer's words to the other.
    /// </summary>
    internal PassedOn Introduces(long senderId, DateTime now) => new(IntroducerId, Other(senderId).Words, now);

    internal OfferTo Other(long memberId) => To.Single(to => to.MemberId != memberId);
}

/// <summary>One of the two members of an offered introduction.</summary>
internal sealed class OfferTo
{
    private OfferTo() { }

    public long OfferId { get; private set; }
    public long MemberId { get; private set; }

    /// <summary>
    /// The introducer's words to this member about the other member, and on how the introducer knows both.
    /// </summary>
    public string Words { get; private set; } = "";

    /// <summary>Null until the member answers.</summary>
    public bool? Agrees { get; private set; }

    internal static OfferTo Member(long memberId, string words) => new() { MemberId = memberId, Words = words };

    internal void Answer(bool agrees) => Agrees = agrees;
}
