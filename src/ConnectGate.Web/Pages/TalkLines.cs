using ConnectGate.Letters.Talks;

namespace ConnectGate.Web.Pages;

/// <summary>The talk before a decision, as the partial <c>_TalkLines</c> shows it to one of the two.</summary>
/// <param name="OtherName">The name of the other member.</param>
public sealed record TalkLines(TalkView Talk, string OtherName);
