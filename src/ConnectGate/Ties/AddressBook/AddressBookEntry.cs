using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// A person in a member's address book, as the file told of them. Only its owner ever sees it; who is in it never
/// learns of it.
/// </summary>
internal sealed class AddressBookEntry
{
    /// <summary>The most entries of one member.</summary>
    public const int Most = 30_000;

    private AddressBookEntry() { }

    public long Id { get; private set; }
    public long OwnerId { get; private set; }

    /// <summary>
    /// What the same person in the same kind of file is recognised by; see <see cref="Contact.Key"/>.
    /// </summary>
    public string Key { get; private set; } = "";

    public AddressBookSource Source { get; private set; }
    public string Name { get; private set; } = "";
    public string Company { get; private set; } = "";
    public string Position { get; private set; } = "";

    /// <summary>The name as names are compared; see <see cref="Contact.FoldName"/>.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>Name, company and position, folded for search.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The last part of <c>linkedin.com/in/…</c>, as <see cref="LinkedInSlug"/> has it.</summary>
    public string? Slug { get; private set; }

    /// <summary>When the two connected there, or the invitation was sent.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>When it was imported or last changed by an import.</summary>
    public DateTime ImportedAt { get; private set; }

    public List<AddressBookEmail> Emails { get; private set; } = [];

    internal static AddressBookEntry Of(long ownerId, Contact contact, DateTime now)
    {
        var entry = new AddressBookEntry { OwnerId = ownerId };
        entry.Take(contact, now);
        return entry;
    }

    /// <summary>Takes over what a newer file says; tells whether that was anything new.</summary>
    internal bool Update(Contact contact, DateTime now)
    {
        if (
            Key == contact.Key
            && Name == contact.Name
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
        FoldedName = Contact.FoldName(contact.Name);
        SearchText = Foundation.Text.SearchText.Of(contact.Name, contact.Company, contact.Position);
        Emails.RemoveAll(email => !contact.Emails.Contains(email.Address, StringComparer.Ordinal));
        Emails.AddRange(
            contact
                .Emails.Where(address => Emails.TrueForAll(email => email.Address != address))
                .Select(address => new AddressBookEmail { OwnerId = OwnerId, Address = address })
        );
    }
}

/// <summary>An address of somebody in an address book, normalised as accounts' addresses are.</summary>
internal sealed class AddressBookEmail
{
    public long EntryId { get; private set; }
    public required long OwnerId { get; init; }
    public required string Address { get; init; }
}

/// <summary>What kind of file told of a person, and so what the two had to do with each other.</summary>
public enum AddressBookSource
{
    /// <summary>Connections.csv: the two are connected on LinkedIn.</summary>
    Connection,

    /// <summary>Invitations.csv, INCOMING: they invited the owner there.</summary>
    InvitationReceived,

    /// <summary>Invitations.csv, OUTGOING: the owner invited them there.</summary>
    InvitationSent,

    /// <summary>A vCard.</summary>
    Card,
}
