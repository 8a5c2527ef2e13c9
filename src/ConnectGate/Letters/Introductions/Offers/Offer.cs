using ConnectGate.Gate;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// A member offers to introduce two connections of theirs to each other. Each agrees or not, unseen by the other and by
/// who offers; once both agreed, either may write.
/// </summary>
internal sealed class Offer
{
    private readonly List<OfferTo> _to = [];

    private Offer() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";
    public long IntroducerId { get; private set; }
    public DateTime OfferedAt { get; private set; }

    /// <summary>When both had agreed; null until then.</summary>
    public DateTime? AgreedAt { get; private set; }

    /// <summary>The two.</summary>
    public IReadOnlyList<OfferTo> To => _to;

    public int Version { get; private set; }

    /// <summary>Offers to introduce the two, with words to each.</summary>
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

    /// <summary>One of the two says whether they agree; can be changed until both have.</summary>
    /// <exception cref="IllegalTransitionException">Both agreed before.</exception>
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
    /// How a letter from one of the two is introduced: with the words that the other was offered it with.
    /// </summary>
    internal PassedOn Introduces(long senderId, DateTime now) => new(IntroducerId, Other(senderId).Words, now);

    internal OfferTo Other(long memberId) => To.Single(to => to.MemberId != memberId);
}

/// <summary>One of the two to whom an introduction was offered.</summary>
internal sealed class OfferTo
{
    private OfferTo() { }

    public long OfferId { get; private set; }
    public long MemberId { get; private set; }

    /// <summary>What the introducer wrote to them: who the other is, and how they know both.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whether they agree; null while they have not said.</summary>
    public bool? Agrees { get; private set; }

    internal static OfferTo Member(long memberId, string words) => new() { MemberId = memberId, Words = words };

    internal void Answer(bool agrees) => Agrees = agrees;
}
