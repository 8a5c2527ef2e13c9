using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConnectGate.People.Accounts;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>A person as a file tells of them: cleaned, cut, and nothing but what is kept.</summary>
/// <param name="Source">What kind of file.</param>
/// <param name="Name">Their name as written there; never blank.</param>
/// <param name="Company">Where they work; may be empty.</param>
/// <param name="Position">As what; may be empty.</param>
/// <param name="Emails">Their addresses, normalised as accounts' are.</param>
/// <param name="Slug">Their address on LinkedIn; see <see cref="LinkedInSlug"/>.</param>
/// <param name="On">When the two connected there, or the invitation was sent.</param>
/// <param name="Key">What they are recognised by when the file comes again.</param>
/// <param name="NameKey">What they were recognised by if an earlier file told less of them, such as Connections.csv of
/// before mid-2023, which had no addresses; null where that is the key.</param>
internal sealed record Contact(
    AddressBookSource Source,
    string Name,
    string Company,
    string Position,
    IReadOnlyList<string> Emails,
    string? Slug,
    DateOnly? On,
    string Key,
    string? NameKey
)
{
    /// <summary>The most visible characters that are kept of a name, a company or a position.</summary>
    public const int LongestText = 200;

    /// <summary>The most addresses that are kept of one person.</summary>
    public const int MostEmails = 10;

    /// <summary>The characters of a key: a SHA-256 in base64url.</summary>
    public const int KeyLength = 43;

    // How much of a text is looked at: enough for any that is one.
    private const int Looked = 1_000;

    /// <summary>Somebody of a file; null where the name is blank.</summary>
    /// <param name="source">What kind of file.</param>
    /// <param name="name">Their name.</param>
    /// <param name="company">Where they work.</param>
    /// <param name="position">As what.</param>
    /// <param name="emails">What should be addresses; what is none is left out.</param>
    /// <param name="slug">Their address on LinkedIn.</param>
    /// <param name="on">The date.</param>
    /// <param name="uid">What their own file calls them, if it does.</param>
    public static Contact? Of(
        AddressBookSource source,
        string name,
        string company,
        string position,
        IEnumerable<string> emails,
        string? slug,
        DateOnly? on,
        string? uid = null
    )
    {
        var kept = Kept(name);
        if (kept.Length == 0)
        {
            return null;
        }

        string[] addresses =
        [
            .. emails.Select(NormalizedEmail).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostEmails),
        ];
        var day = on?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        var byName = KeyOf(source, "name", FoldName(kept), day);
        var key =
            uid is { Length: > 0 } ? KeyOf(source, "uid", uid)
            : slug is not null ? KeyOf(source, "in", slug)
            : source == AddressBookSource.Card && addresses.Length > 0 ? KeyOf(source, "email", addresses[0])
            : byName;
        return new Contact(
            source,
            kept,
            Kept(company),
            Kept(position),
            addresses,
            slug,
            on,
            key,
            key == byName ? null : byName
        );
    }

    /// <summary>
    /// A name as names are compared: folded as for search, without what follows a comma or a bracket (titles,
    /// pronouns), without anything but letters and digits.
    /// </summary>
    public static string FoldName(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in SearchText.Fold(name).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || VisibleText.IsMark(rune))
            {
                folded.Append(rune);
            }
            else if (rune.Value is ',' or '(' && folded.Length > 0)
            {
                break;
            }
            else if (rune.Value is not ('\'' or '’') && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>An address as accounts' addresses are stored for comparing; null where it is none.</summary>
    private static string? NormalizedEmail(string text) =>
        text.Length <= Looked && EmailAddress.Of(text) is { } address ? address.Normalize().ToUpperInvariant() : null;

    private static string Kept(string text) =>
        FirstLines.Of(VisibleText.Clean(text.Length > Looked ? text[..Looked] : text), LongestText);

    private static string KeyOf(AddressBookSource source, params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{string.Join('\n', parts)}")));
}
