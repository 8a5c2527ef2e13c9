using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConnectGate.People.Accounts;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// A person in an imported file: cleaned, shortened, and reduced to the data that the address book stores.
/// </summary>
/// <param name="Source">The kind of file.</param>
/// <param name="Name">As written in the file; never blank.</param>
/// <param name="Company">May be empty.</param>
/// <param name="Position">May be empty.</param>
/// <param name="Emails">Normalised like the addresses of accounts.</param>
/// <param name="Slug">The last part of their LinkedIn address; null if unknown. See <see cref="LinkedInSlug"/>.</param>
/// <param name="On">The day of the connection or of the invitation on LinkedIn; null if unknown.</param>
/// <param name="Key">Identifies the person when the same file is imported again.</param>
/// <param name="NameKey">The key that an earlier file with less data would give. For example, Connections.csv before
/// mid-2023 had no LinkedIn addresses. Null if it is the same as the key.</param>
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
    /// <summary>In visible characters; for a name, a company or a position.</summary>
    public const int LongestText = 200;

    /// <summary>For one person.</summary>
    public const int MostEmails = 10;

    /// <summary>The length of a SHA-256 hash in base64url.</summary>
    public const int KeyLength = 43;

    // Ignores the rest of a longer text: no real name or address is so long.
    private const int Looked = 1_000;

    /// <summary>Null if the name is blank.</summary>
    /// <param name="source">The kind of file.</param>
    /// <param name="name">As written in the file.</param>
    /// <param name="company">May be empty.</param>
    /// <param name="position">May be empty.</param>
    /// <param name="emails">Invalid addresses are left out.</param>
    /// <param name="slug">The last part of their LinkedIn address; null if unknown.</param>
    /// <param name="on">The day of the connection or of the invitation on LinkedIn; null if unknown.</param>
    /// <param name="uid">The person's id in the file; null if it has none.</param>
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
    /// A name in the form for comparisons: folded as for search, with only its letters and digits, and without anything
    /// after a comma or a bracket (titles, pronouns).
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

    /// <summary>The address in the form in which accounts store it for comparisons; null if it is not valid.</summary>
    private static string? NormalizedEmail(string text) =>
        text.Length <= Looked && EmailAddress.Of(text) is { } address ? address.Normalize().ToUpperInvariant() : null;

    private static string Kept(string text) =>
        FirstLines.Of(VisibleText.Clean(text.Length > Looked ? text[..Looked] : text), LongestText);

    private static string KeyOf(AddressBookSource source, params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{string.Join('\n', parts)}")));
}
