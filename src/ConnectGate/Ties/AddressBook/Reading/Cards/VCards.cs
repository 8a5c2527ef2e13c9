using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading.Cards;

/// <summary>
/// vCards of versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), any number in a file. Reads only the data by which a
/// person is recognised.
/// </summary>
internal sealed class VCards(Gathering gathering)
{
    private readonly Charsets _charsets = new();
    private int _number;

    /// <summary>
    /// Returns false if the file has no cards. The numbers of cards continue from one file to the next.
    /// </summary>
    /// <param name="open">Opens the file at its beginning.</param>
    public bool Read(Func<Stream> open)
    {
        using var bytes = Charsets.Bytes(open);
        using var text = new StreamReader(bytes, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        var lines = new ContentLines(text, gathering);
        Card? card = null;
        var any = false;
        while (lines.Next() is { } line)
        {
            switch (line.Name)
            {
                case "BEGIN" when Is(line, "VCARD"):
                    End(card, finished: false);
                    gathering.Row();
                    any = true;
                    card = new Card(++_number, _charsets);
                    lines.KeepsBlanks = false;
                    break;
                case "END" when Is(line, "VCARD"):
                    End(card, finished: true);
                    card = null;
                    break;
                case "AGENT":
                    PassOver(line, lines);
                    break;
                default:
                    lines.KeepsBlanks |= line.Name == "VERSION" && Is(line, "2.1");
                    card?.Take(line);
                    break;
            }
        }

        End(card, finished: false);
        return any;
    }

    // The card of another person within a card. It begins in the same line or in the next one.
    private static void PassOver(ContentLine agent, ContentLines lines)
    {
        var depth = agent.Value.Trim().Equals("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (depth == 0 && (agent.Value.Trim().Length > 0 || !lines.NextBegins))
        {
            return;
        }

        do
        {
            depth += lines.Next() switch
            {
                { Name: "BEGIN" } => 1,
                { Name: "END" } => -1,
                null => -depth,
                _ => 0,
            };
        } while (depth > 0);
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
            : card.Version is not (null or "" or "2.1" or "3.0" or "4.0") ? RowProblem.Version
            : null;
        if (problem is null && card.Told() is { } contact)
        {
            gathering.Add(contact, ImportPart.Cards, card.Number);
        }
        else
        {
            gathering.Refuse(ImportPart.Cards, card.Number, problem ?? RowProblem.Nameless);
        }
    }
}
