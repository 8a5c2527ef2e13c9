using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>Somebody in the recipient's address book who may be the sender of a letter.</summary>
/// <param name="How">How sure that is.</param>
/// <param name="Source">What kind of file told of them.</param>
/// <param name="Name">Their name as written there.</param>
/// <param name="Company">Their company as written there; may be empty.</param>
/// <param name="On">When the two connected on LinkedIn, or the invitation was sent.</param>
public sealed record AddressBookMatch(
    MatchKind How,
    AddressBookSource Source,
    string Name,
    string Company,
    DateOnly? On
);

/// <summary>How sure it is that a sender is somebody in the address book, surest first.</summary>
public enum MatchKind
{
    /// <summary>The sender's own, confirmed address is theirs.</summary>
    Confirmed,

    /// <summary>The sender says so: they typed the other's address on LinkedIn in their profile.</summary>
    Said,

    /// <summary>They have the same name, and nothing speaks against it.</summary>
    Perhaps,
}

/// <summary>
/// Looks the sender of a letter up in its recipient's address book. Only when the recipient opens the letter, and in
/// nothing that anybody else asks for: so neither the answer nor its time tells the sender anything.
/// </summary>
internal sealed class AddressBookMatches(ConnectGateContext context)
{
    /// <summary>The most that are shown.</summary>
    public const int Most = 3;

    // Where a name ends and titles begin; in a headline, where the next words begin.
    private static readonly char[] Ends = [',', '('];

    // Of a name that many have, the first few are looked at.
    private const int MostOfAName = 20;

    /// <summary>Who in the owner's book may be the sender, surest first.</summary>
    public async Task<IReadOnlyList<AddressBookMatch>> OfAsync(
        long ownerId,
        Member sender,
        CancellationToken cancellationToken
    )
    {
        var mine = context.AddressBook.AsNoTracking().Where(entry => entry.OwnerId == ownerId);
        var byAddress = await (
            from email in context.AddressBookEmails
            join account in context.Users on email.Address equals account.NormalizedEmail
            where email.OwnerId == ownerId && account.Id == sender.Id && account.EmailConfirmed
            join entry in mine on email.EntryId equals entry.Id
            orderby entry.Source, entry.Id
            select entry
        )
            .Take(Most)
            .ToListAsync(cancellationToken);

        // What the sender keeps for their declines is not the recipient's to know.
        string[] slugs =
        [
            .. sender
                .OtherNames.Select(name => name.Text)
                .Concat(sender.BetterWays.Where(way => way.Audience != Audience.MyDecline).Select(way => way.Text))
                .SelectMany(LinkedInSlug.In),
        ];
        var bySlug = await mine.Where(entry => entry.Slug != null && slugs.Contains(entry.Slug))
            .OrderBy(entry => entry.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);

        string[] names =
        [
            .. sender
                .OtherNames.Select(name => name.Text)
                .Prepend(sender.DisplayName)
                .Select(Contact.FoldName)
                .Where(name => name.Length > 0),
        ];
        var byName = await mine.Where(entry => names.Contains(entry.FoldedName))
            .OrderBy(entry => entry.Id)
            .Take(MostOfAName)
            .ToListAsync(cancellationToken);

        return
        [
            .. byAddress
                .Select(entry => (entry, How: MatchKind.Confirmed))
                .Concat(bySlug.Select(entry => (entry, How: MatchKind.Said)))
                .Concat(
                    byName
                        .Where(entry => NothingAgainst(entry.Company, sender.Headline))
                        .Select(entry => (entry, How: MatchKind.Perhaps))
                )
                .DistinctBy(found => found.entry.Id)
                .Take(Most)
                .Select(found => new AddressBookMatch(
                    found.How,
                    found.entry.Source,
                    found.entry.Name,
                    found.entry.Company,
                    found.entry.On
                )),
        ];
    }

    // Where both say something, the headline names the company.
    private static bool NothingAgainst(string company, string headline) =>
        Contact.FoldName(company) is not { Length: > 0 } there
        || Words(headline) is not { Length: > 2 } here
        || here.Contains($" {there} ", StringComparison.Ordinal);

    private static string Words(string headline) =>
        $" {string.Join(' ', headline.Split(Ends).Select(Contact.FoldName))} ";
}
