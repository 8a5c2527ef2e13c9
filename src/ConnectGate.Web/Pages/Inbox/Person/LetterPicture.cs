using ConnectGate.Desk.Inbox;
using ConnectGate.Foundation.Text.Characters;
using ConnectGate.Gate;
using ConnectGate.Letters.References;

namespace ConnectGate.Web.Pages.Inbox.Person;

/// <summary>
/// The links between the reader of a letter and its sender, as the partial <c>_Picture</c> draws them.
/// </summary>
/// <param name="Sender">The sender's name, shortened to fit.</param>
/// <param name="Links">From top to bottom.</param>
/// <param name="InWords">The picture in one sentence, for readers who cannot see it.</param>
public sealed record LetterPicture(string Sender, IReadOnlyList<LetterPicture.Link> Links, string InWords)
{
    /// <summary>The visible characters that fit.</summary>
    private const int SenderFits = 9,
        NameFits = 20;

    /// <summary>One link between the two.</summary>
    /// <param name="Name">A mutual connection or something that both share, shortened to fit.</param>
    /// <param name="Says">The words under the name.</param>
    public sealed record Link(string Name, string Says, LinkStrength Strength);

    /// <summary>Null where nothing links the two. The page also says everything of the picture in words.</summary>
    public static LetterPicture? Of(LetterView letter, IStringLocalizer<InboxTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(texts);
        List<Link> links = [.. Met(letter, texts), .. Members(letter, texts), .. Groups(letter, texts)];
        return links.Count == 0
            ? null
            : new LetterPicture(
                FirstLines.Of(letter.Sender.DisplayName, SenderFits),
                [.. links.Select(link => link with { Name = FirstLines.Of(link.Name, NameFits) })],
                texts[
                    "picture-in-words",
                    letter.Sender.DisplayName,
                    string.Join("; ", links.Select(link => $"{link.Name}: {link.Says}"))
                ]
            );
    }

    private static IEnumerable<Link> Met(LetterView letter, IStringLocalizer<InboxTexts> texts)
    {
        if (letter.MetAt is not null || letter.Reason == Reason.MetInPerson)
        {
            yield return letter.MetAt is not null
                ? new Link(texts["picture-met"], texts["picture-met-confirmed"], LinkStrength.Strong)
                : new Link(texts["picture-met"], texts["picture-met-claimed"], LinkStrength.Weak);
        }
    }

    private static IEnumerable<Link> Members(LetterView letter, IStringLocalizer<InboxTexts> texts)
    {
        var asked = letter.References.Asked;
        return
        [
            .. asked.Select(one => new Link(
                one.DisplayName,
                one.Answer is { } answer ? texts.NameOf(answer) : texts["picture-asked"],
                StrengthOf(one.Answer)
            )),
            .. from member in letter.MutualConnections.Members
            where asked.All(one => one.Handle != member.Handle)
            select new Link(member.DisplayName, texts["picture-knows-both"], LinkStrength.Plain),
        ];
    }

    private static IEnumerable<Link> Groups(LetterView letter, IStringLocalizer<InboxTexts> texts) =>
        letter.SharedGroups.Select(group =>
            group.Confirmed
                ? new Link(group.Name, texts["picture-group-confirmed"], LinkStrength.Strong)
                : new Link(group.Name, texts["picture-group-unconfirmed"], LinkStrength.Weak)
        );

    private static LinkStrength StrengthOf(Acquaintance? answer) =>
        answer switch
        {
            Acquaintance.KnowWell or Acquaintance.KnowALittle => LinkStrength.Strong,
            Acquaintance.DontReallyKnow => LinkStrength.Weak,
            _ => LinkStrength.Plain,
        };
}

/// <summary>The weight of a link. It sets the style of the line.</summary>
public enum LinkStrength
{
    /// <summary>A link about which no more is known.</summary>
    Plain,

    /// <summary>Someone vouches for the sender, or both confirmed it.</summary>
    Strong,

    /// <summary>Only the sender claims it, or the person asked hardly knows them.</summary>
    Weak,
}
