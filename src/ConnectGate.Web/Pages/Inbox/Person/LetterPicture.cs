using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.References;

namespace ConnectGate.Web.Pages.Inbox.Person;

/// <summary>
/// How the reader of a letter and its sender are linked, as the partial <c>_Picture</c> draws it: me, what is between
/// us, them.
/// </summary>
/// <param name="Sender">The sender's name, cut to what fits.</param>
/// <param name="Links">What is between, from top to bottom.</param>
/// <param name="InWords">The same in one sentence, for who cannot see it.</param>
public sealed record LetterPicture(string Sender, IReadOnlyList<LetterPicture.Link> Links, string InWords)
{
    /// <summary>How many visible characters fit.</summary>
    private const int SenderFits = 9,
        NameFits = 20;

    /// <summary>One thing between the two.</summary>
    /// <param name="Name">A mutual connection, or what the two have in common; cut to what fits.</param>
    /// <param name="Says">What it says of the sender.</param>
    /// <param name="Strength">How much it speaks for the sender.</param>
    public sealed record Link(string Name, string Says, LinkStrength Strength);

    /// <summary>
    /// The picture of a letter; null where nothing links the two. Everything in it stands on the page in words too.
    /// </summary>
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

/// <summary>How much a link speaks for the sender; the line is drawn so, and said beside it.</summary>
public enum LinkStrength
{
    /// <summary>There, and no more is known.</summary>
    Plain,

    /// <summary>Somebody vouches, or both confirmed it.</summary>
    Strong,

    /// <summary>Claimed by the sender alone, or hardly known.</summary>
    Weak,
}
