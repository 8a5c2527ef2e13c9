using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// A letter was passed on and arrived. Published before the save, in its transaction, like all of these.
/// </summary>
internal sealed record RequestPassedOn(ConnectionRequest Request) : INotification;

/// <summary>A member offered to introduce two connections of theirs to each other.</summary>
internal sealed record IntroductionOffered(Offer Offer) : INotification;

/// <summary>The two to whom it was offered both agreed.</summary>
internal sealed record BothAgreed(Offer Offer) : INotification;
