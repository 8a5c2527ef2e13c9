using ConnectGate.Letters.Asking;

namespace ConnectGate.Web.Pages;

/// <summary>What a member tells about themself, as the partial <c>_Facts</c> shows it.</summary>
/// <param name="About">More than the headline; may be empty.</param>
/// <param name="OtherNames">"You may know me as".</param>
/// <param name="Languages">Tags of the languages they read.</param>
/// <param name="MemberSince">When they joined.</param>
public sealed record Facts(
    string About,
    IReadOnlyList<string> OtherNames,
    IReadOnlyList<string> Languages,
    DateTime MemberSince
)
{
    /// <summary>What the ask page knows of one of the two.</summary>
    public static Facts Of(ComposeLetter.Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new(card.About, card.OtherNames, card.Languages, card.MemberSince);
    }
}
