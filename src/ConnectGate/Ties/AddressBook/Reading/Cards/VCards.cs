using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// vCards of version 3.0 (RFC 2426) and 4.0 (RFC 6350), any number in a file. Reads only the data by which a person is
/// recognised.
/// </summary>
internal sealed class VCards(Gathering gathering)
{
    private int _card;

    /// <summary>
    /// Returns false if the file has no cards. The numbers of cards continue from one file to the next.
    /// </summary>
    public bool Read(Stream file)
    {
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var lines = new ContentLines(text, gathering);
        Card? card = null;
        var any = false;
        while (lines.Next() is { } line)
        {
            switch (line)
            {
                case { Name: "BEGIN" } when Is(line, "VCARD"):
                    End(card, finished: false);
                    gathering.Row();
                    any = true;
                    card = new Card(++_card);
                    break;
                case { Name: "END" } when Is(line, "VCARD"):
                    End(card, finished: true);
                    card = null;
                    break;
                default:
                    card?.Take(line);
                    break;
            }
        }

        End(card, finished: false);
        return any;
    }

    private static bool Is(ContentLine line, string value) =>
        string.Equals(line.Value.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private void End(Card? card, bool finished)
    {
        if (card is null)
        {
            return;
        }

        RowProblem? problem =
            !finished ? RowProblem.Unfinished
            : card.Version is not ("3.0" or "4.0") ? RowProblem.Version
            : null;
        if (problem is null && card.Told() is { } contact)
        {
            gathering.Add(contact);
        }
        else
        {
            gathering.Refuse(ImportPart.Cards, card.Number, problem ?? RowProblem.Nameless);
        }
    }

    /// <summary>The card that is being read.</summary>
    private sealed class Card(int number)
    {
        private const int LongestUid = 500;

        private readonly List<string> _emails = [];
        private string _formattedName = "",
            _name = "",
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
                case "FN" when _formattedName.Length == 0:
                    _formattedName = line.Text();
                    break;
                case "N" when _name.Length == 0:
                    // The card has the family name first.
                    _name = string.Join(' ', line.Parts().Take(2).Reverse().Where(part => part.Length > 0));
                    break;
                case "ORG" when _company.Length == 0:
                    _company = line.Parts()[0];
                    break;
                case "TITLE" when _position.Length == 0:
                    _position = line.Text();
                    break;
                case "EMAIL" when _emails.Count < Contact.MostEmails:
                    _emails.Add(line.Text());
                    break;
                case "UID" when line.Value.Length <= LongestUid:
                    _uid = line.Value.Trim();
                    break;
                case "URL" or "X-SOCIALPROFILE" or "SOCIALPROFILE":
                    _slug ??= LinkedInSlug.Of(line.Text());
                    break;
            }
        }

        /// <summary>Null if the card has no name.</summary>
        public Contact? Told() =>
            Contact.Of(
                AddressBookSource.Card,
                _formattedName.Length > 0 ? _formattedName : _name,
                _company,
                _position,
                _emails,
                _slug,
                null,
                _uid
            );
    }
}
