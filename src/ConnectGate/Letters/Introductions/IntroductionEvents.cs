using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// A letter was passed on and arrived. Published before the save, in its transaction, like every event here.
/// </summary>
internal sealed record RequestPassedOn(ConnectionRequest Request) : INotification;

/// <summary>A member offered to introduce two of their connections to each other.</summary>
internal sealed record IntroductionOffered(Offer Offer) : INotification;

/// <summary>Both members agreed to an offered introduction.</summary>
internal sealed record BothAgreed(Offer Offer) : INotification;
