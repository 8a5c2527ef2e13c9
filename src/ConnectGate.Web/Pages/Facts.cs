using ConnectGate.Letters.Asking;
using ConnectGate.People.Members.Profiles;

namespace ConnectGate.Web.Pages;

/// <summary>The facts of a profile, as the partial <c>_Facts</c> shows them.</summary>
/// <param name="About">May be empty.</param>
/// <param name="OtherNames">The names under "You may know me as".</param>
/// <param name="Languages">Language tags.</param>
public sealed record Facts(
    string About,
    IReadOnlyList<string> OtherNames,
    IReadOnlyList<string> Languages,
    DateTime MemberSince
)
{
    /// <summary>The lines of the community's profile fields that the reader may see.</summary>
    public IReadOnlyList<DetailSeen> Details { get; init; } = [];

    /// <summary>Whether the reader may follow the links: a connection, or the owner.</summary>
    public bool LinksLead { get; init; }

    public static Facts Of(ComposeLetter.Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new(card.About, card.OtherNames, card.Languages, card.MemberSince) { Details = card.Details };
    }
}
