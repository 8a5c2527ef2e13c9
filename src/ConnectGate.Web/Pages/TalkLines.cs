using ConnectGate.Letters.Talks;

namespace ConnectGate.Web.Pages;

/// <summary>
/// What two members wrote before a decision, as the partial <c>_TalkLines</c> shows it to one of them.
/// </summary>
/// <param name="Talk">The talk.</param>
/// <param name="OtherName">The other's name.</param>
public sealed record TalkLines(TalkView Talk, string OtherName);
