using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ConnectGate.Foundation.Text.Characters;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>A name as a file has it.</summary>
/// <param name="Shown">The whole name; empty if the file has only its parts.</param>
/// <param name="Given">Empty if the file has only the whole name.</param>
/// <param name="Family">Empty if the file has only the whole name.</param>
internal sealed record NameInFile(string Shown, string Given, string Family);

/// <summary>
/// A person in an imported file: cleaned, shortened, and reduced to the data that the address book stores.
/// </summary>
/// <param name="Source">The kind of file.</param>
/// <param name="Name">As written in the file; never blank.</param>
/// <param name="FoldedName">The name in the form for comparisons; see <see cref="PersonName"/>.</param>
/// <param name="Company">May be empty.</param>
/// <param name="Position">May be empty.</param>
/// <param name="Emails">Normalised like the addresses of accounts.</param>
/// <param name="Slug">The last part of their LinkedIn address; null if unknown. See <see cref="LinkedInSlug"/>.</param>
/// <param name="On">The day of the connection or of the invitation on LinkedIn; null if unknown.</param>
/// <param name="Key">Identifies the person when the same file is imported again.</param>
/// <param name="IdKey">The key that version 0.1 made of the id in a card; null if it has none.</param>
internal sealed record Contact(
    AddressBookSource Source,
    string Name,
    string FoldedName,
    string Company,
    string Position,
    IReadOnlyList<string> Emails,
    string? Slug,
    DateOnly? On,
    string Key,
    string? IdKey = null
)
{
    /// <summary>In visible characters; for a name, a company or a position.</summary>
    public const int LongestText = 200;

    /// <summary>For one person.</summary>
    public const int MostEmails = 10;

    /// <summary>The length of a SHA-256 hash in base64url.</summary>
    public const int KeyLength = 43;

    /// <inheritdoc cref="FoldedName"/>
    public string FoldedName { get; init; } = FoldedName ?? PersonName.Fold(Name); // a slice of version 0.1 lacks it

    /// <summary>
    /// The keys under which the person may be stored: the one of version 0.1, and that of a file with less data. For
    /// example, Connections.csv before mid-2023 had no LinkedIn addresses. Computed, because a file has many people.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> EarlierKeys =>
        KeyOfName(Source, FoldedName, On) is var byName && byName == Key ? []
        : Source == AddressBookSource.Card && (IdKey ?? KeyOfMark(Source, Slug, Emails)) is { } old ? [old, byName]
        : [byName];

    // Ignores the rest of a longer text: no real name is so long.
    private const int Looked = 1_000;

    /// <summary>Whether the file has signs in place of characters that an earlier program lost.</summary>
    [JsonIgnore]
    public bool HasLostCharacters => $"{Name}{Company}{Position}".Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>Null if the name is blank.</summary>
    /// <param name="source">The kind of file.</param>
    /// <param name="name">As written in the file.</param>
    /// <param name="company">May be empty.</param>
    /// <param name="position">May be empty.</param>
    /// <param name="emails">Each is an address.</param>
    /// <param name="slug">The last part of their LinkedIn address; null if unknown.</param>
    /// <param name="on">The day of the connection or of the invitation on LinkedIn; null if unknown.</param>
    /// <param name="uid">The person's id in the file; null if it has none.</param>
    public static Contact? Of(
        AddressBookSource source,
        NameInFile name,
        string company,
        string position,
        IEnumerable<string> emails,
        string? slug,
        DateOnly? on,
        string? uid = null
    )
    {
        var (shown, given, family) = (Kept(name.Shown), Kept(name.Given), Kept(name.Family));
        shown = shown.Length > 0 ? shown : Kept($"{given} {family}");
        if (shown.Length == 0)
        {
            return null;
        }

        var folded = given.Length + family.Length > 0 ? PersonName.Fold(given, family) : PersonName.Fold(shown);
        string[] addresses =
        [
            .. emails
                .Select(address => address.Normalize().ToUpperInvariant())
                .Distinct(StringComparer.Ordinal)
                .Take(MostEmails),
        ];
        var id = uid is { Length: > 0 } ? KeyOf(source, "uid", uid) : null;
        var key = (id ?? KeyOfMark(source, slug, addresses)) switch
        {
            null => KeyOfName(source, folded, on),

            // In cards, families share an address, and some programs give everybody the same id.
            var mark when source == AddressBookSource.Card => KeyOf(source, mark, folded),
            var mark => mark,
        };
        return new Contact(source, shown, folded, Kept(company), Kept(position), addresses, slug, on, key, id);
    }

    private static string? KeyOfMark(AddressBookSource source, string? slug, IReadOnlyList<string> emails) =>
        slug is not null ? KeyOf(source, "in", slug)
        : source == AddressBookSource.Card && emails.Count > 0 ? KeyOf(source, "email", emails[0])
        : null;

    /// <summary>The key of a person of whom only the name and the day are known.</summary>
    public static string KeyOfName(AddressBookSource source, string foldedName, DateOnly? on) =>
        KeyOf(source, "name", foldedName, on?.ToString("O", CultureInfo.InvariantCulture) ?? "");

    /// <summary>
    /// Whether two contacts with one key are one person: the names are equal, and where only the name is known, no
    /// company speaks against it.
    /// </summary>
    public bool MayBe(Contact other) =>
        FoldedName == other.FoldedName
        && (
            EarlierKeys.Count > 0
            || Company.Length == 0
            || other.Company.Length == 0
            || PersonName.FoldWords(Company) == PersonName.FoldWords(other.Company)
        );

    /// <summary>The contact as another person than the one with the same key.</summary>
    public Contact AsAnother() => this with { Key = KeyOf(Source, Key, FoldedName, PersonName.FoldWords(Company)) };

    /// <summary>The contact with what only an earlier row for the same person has.</summary>
    public Contact With(Contact earlier) =>
        this with
        {
            Company = Company.Length > 0 ? Company : earlier.Company,
            Position = Position.Length > 0 ? Position : earlier.Position,
            Emails = [.. Emails.Union(earlier.Emails, StringComparer.Ordinal).Take(MostEmails)],
            Slug = Slug ?? earlier.Slug,
            On = On ?? earlier.On,
        };

    private static string Kept(string text) =>
        FirstLines.Of(VisibleText.Clean(text.Length > Looked ? text[..Looked] : text), LongestText);

    private static string KeyOf(AddressBookSource source, params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{string.Join('\n', parts)}")));
}
