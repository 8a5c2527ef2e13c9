using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>A person in the recipient's address book who may be the sender of a letter.</summary>
/// <param name="How">How certain the match is.</param>
/// <param name="Source">The kind of file that the person comes from.</param>
/// <param name="Name">As written in the file.</param>
/// <param name="Company">As written in the file; may be empty.</param>
/// <param name="On">The day of the connection or of the invitation on LinkedIn; null if unknown.</param>
public sealed record AddressBookMatch(
    MatchKind How,
    AddressBookSource Source,
    string Name,
    string Company,
    DateOnly? On
);

/// <summary>How certain a match is, most certain first.</summary>
public enum MatchKind
{
    /// <summary>The entry has the confirmed email address of the sender's account.</summary>
    Confirmed,

    /// <summary>The sender wrote the entry's LinkedIn address in their own profile.</summary>
    Said,

    /// <summary>The names are equal, and the company does not contradict the sender's headline.</summary>
    Perhaps,
}

/// <summary>
/// Searches for a letter's sender in its recipient's address book. Runs only when the recipient opens the letter, and
/// in no other member's request. So neither the answer nor its duration reveals anything to the sender.
/// </summary>
internal sealed class AddressBookMatches(ConnectGateContext context)
{
    /// <summary>For one letter.</summary>
    public const int Most = 3;

    // The name of a company ends at these characters.
    private static readonly char[] Ends = [',', '('];

    // Many people can have the same name; only the first entries are compared.
    private const int MostOfAName = 20;

    /// <summary>The most certain match comes first. At most <see cref="Most"/>.</summary>
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

        // Excludes text that the sender shows only in their declines: the recipient must not learn of it.
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
            .. sender.OtherNames.Select(name => name.Text).Prepend(sender.DisplayName).SelectMany(PersonName.Orders),
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

    // If both have text, the headline must name the company.
    private static bool NothingAgainst(string company, string headline) =>
        PersonName.FoldWords(company.Split(Ends)[0]) is not { Length: > 0 } there
        || Words(headline) is not { Length: > 2 } here
        || here.Contains($" {there} ", StringComparison.Ordinal);

    private static string Words(string headline) => $" {PersonName.FoldWords(headline)} ";
}
