using ConnectGate.Foundation.Portability;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// The introductions that the member made. What they passed on stays with its letter. What they were asked to pass on
/// ends by time, as with a connector who does not answer.
/// </summary>
internal sealed class OffersErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Introduction)] = "stays with its letter",
            [typeof(Offer)] = "the member's own are deleted",
            [typeof(OfferTo)] = "with its offer; an offer to the member stays with its introducer",
        };

    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context.Offers.Where(offer => offer.IntroducerId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
}
