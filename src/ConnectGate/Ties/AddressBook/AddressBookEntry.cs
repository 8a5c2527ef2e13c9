using ConnectGate.People.Accounts;
using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// A person in a member's address book, from an imported file. Only the owner ever sees the entry. The person never
/// learns of it.
/// </summary>
internal sealed class AddressBookEntry
{
    /// <summary>For one member.</summary>
    public const int Most = 30_000;

    private AddressBookEntry() { }

    public long Id { get; private set; }
    public long OwnerId { get; private set; }

    /// <summary>Identifies the same person in a later file of the same kind; see <see cref="Contact.Key"/>.</summary>
    public string Key { get; private set; } = "";

    public AddressBookSource Source { get; private set; }
    public string Name { get; private set; } = "";
    public string Company { get; private set; } = "";
    public string Position { get; private set; } = "";

    /// <summary>The name in the form for comparisons; see <see cref="PersonName"/>.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>Name, company and position, folded for search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>
    /// The last part of <c>linkedin.com/in/…</c>, in the form of <see cref="LinkedInSlug"/>; null if unknown.
    /// </summary>
    public string? Slug { get; private set; }

    /// <summary>The day of the connection or of the invitation on LinkedIn; null if unknown.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>The time of the last import that added or changed the entry, in UTC.</summary>
    public DateTime ImportedAt { get; private set; }

    public List<AddressBookEmail> Emails { get; private set; } = [];

    internal static AddressBookEntry Of(long ownerId, Contact contact, DateTime now)
    {
        var entry = new AddressBookEntry { OwnerId = ownerId };
        entry.Take(contact, now);
        return entry;
    }

    /// <summary>Copies the data of a newer file. Returns false if nothing changed.</summary>
    internal bool Update(Contact contact, DateTime now)
    {
        if (
            Key == contact.Key
            && Name == contact.Name
            && FoldedName == contact.FoldedName
            && Company == contact.Company
            && Position == contact.Position
            && Slug == contact.Slug
            && On == contact.On
            && Emails
                .Select(email => email.Address)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(contact.Emails.Order(StringComparer.Ordinal), StringComparer.Ordinal)
        )
        {
            return false;
        }

        Take(contact, now);
        return true;
    }

    /// <summary>
    /// Folds the names by the rules of this version. A person of whom the file had only the name gets the key of the
    /// new name, so that the same file finds them again.
    /// </summary>
    /// <param name="isFree">Whether no other entry of the owner has that key.</param>
    internal async Task FoldAnewAsync(Func<string, Task<bool>> isFree)
    {
        var before = Contact.KeyOfName(Source, FoldedName, On);
        FoldedName = PersonName.Fold(Name);
        SearchText = Foundation.Text.SearchText.Of(Name, Company, Position);
        var after = Contact.KeyOfName(Source, FoldedName, On);
        if (Key == before && before != after && await isFree(after))
        {
            Key = after;
        }
    }

    /// <summary>Replaces the addresses whose domain is not in ASCII, as those of accounts are.</summary>
    internal void WriteAddressesInAscii() =>
        TakeAddresses([
            .. Emails
                .Select(email => EmailAddress.Of(email.Address)?.ToUpperInvariant() ?? email.Address)
                .Distinct(StringComparer.Ordinal),
        ]);

    private void Take(Contact contact, DateTime now)
    {
        (Key, Source, Name, Company, Position) = (
            contact.Key,
            contact.Source,
            contact.Name,
            contact.Company,
            contact.Position
        );
        (Slug, On, ImportedAt) = (contact.Slug, contact.On, now);
        FoldedName = contact.FoldedName;
        SearchText = Foundation.Text.SearchText.Of(contact.Name, contact.Company, contact.Position);
        TakeAddresses(contact.Emails);
    }

    private void TakeAddresses(IReadOnlyList<string> addresses)
    {
        Emails.RemoveAll(email => !addresses.Contains(email.Address, StringComparer.Ordinal));
        Emails.AddRange(
            addresses
                .Where(address => Emails.TrueForAll(email => email.Address != address))
                .Select(address => new AddressBookEmail { OwnerId = OwnerId, Address = address })
        );
    }
}

/// <summary>An email address of a person in an address book, normalised like the addresses of accounts.</summary>
internal sealed class AddressBookEmail
{
    public long EntryId { get; private set; }
    public required long OwnerId { get; init; }
    public required string Address { get; init; }
}

/// <summary>The kind of file that a person comes from. It also says how the person and the owner are related.</summary>
public enum AddressBookSource
{
    /// <summary>Connections.csv: the two are connected on LinkedIn.</summary>
    Connection,

    /// <summary>Invitations.csv, INCOMING: the person invited the owner on LinkedIn.</summary>
    InvitationReceived,

    /// <summary>Invitations.csv, OUTGOING: the owner invited the person on LinkedIn.</summary>
    InvitationSent,

    /// <summary>A vCard.</summary>
    Card,
}
