using ConnectGate.People.Accounts;

namespace ConnectGate.Ties.AddressBook.Reading.Cards;

/// <summary>The card that is being read.</summary>
internal sealed class Card(int number, Charsets charsets)
{
    private const int LongestUid = 500;

    private readonly List<string> _emails = [];
    private string _shown = "",
        _family = "",
        _given = "",
        _company = "",
        _position = "",
        _uid = "";
    private string? _slug;

    public int Number { get; } = number;

    public string? Version { get; private set; }

    public void Take(ContentLine line)
    {
        switch (line.Name)
        {
            case "VERSION":
                Version ??= line.Value.Trim();
                break;
            case "FN" when _shown.Length == 0:
                _shown = line.Text(charsets);
                break;
            case "N" when _family.Length + _given.Length == 0:
                var parts = line.Parts(charsets);
                (_family, _given) = (parts[0], parts.ElementAtOrDefault(1) ?? "");
                break;
            case "ORG" when _company.Length == 0:
                _company = line.Parts(charsets)[0];
                break;
            case "TITLE" when _position.Length == 0:
                _position = line.Text(charsets);
                break;
            case "EMAIL" when _emails.Count < Contact.MostEmails:
                _emails.AddRange(EmailAddress.In(line.Text(charsets)));
                break;
            case "UID" when line.Value.Length <= LongestUid:
                _uid = line.Text(charsets);
                break;
            case "URL" or "X-SOCIALPROFILE" or "SOCIALPROFILE" or "IMPP":
                _slug ??= LinkedInSlug.Of(line.Text(charsets)) ?? OfUser(line);
                break;
        }
    }

    /// <summary>Null if the card has no name.</summary>
    public Contact? Told() =>
        Contact.Of(
            AddressBookSource.Card,
            new NameInFile(_shown, _given, _family),
            _company,
            _position,
            _emails,
            _slug,
            null,
            _uid
        );

    // Apple writes the name in the parameter x-user, and RFC 9554 in USERNAME.
    private static string? OfUser(ContentLine line) =>
        line.Says("linkedin") && (line.Parameter("X-USER") ?? line.Parameter("USERNAME")) is { Length: > 0 } user
            ? LinkedInSlug.Of(user) ?? LinkedInSlug.Of("linkedin.com/in/" + user)
            : null;
}
