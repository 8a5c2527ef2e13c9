using ConnectGate.People.Accounts;
using CsvHelper;

namespace ConnectGate.Ties.AddressBook.Reading.Tables;

/// <summary>LinkedIn's Connections.csv and Invitations.csv. Their headers distinguish them.</summary>
internal static class LinkedInCsv
{
    private static readonly Dictionary<ImportPart, Column[]> Headers = new()
    {
        [ImportPart.Connections] = [Column.GivenName, Column.ConnectedOn],
        [ImportPart.Invitations] = [Column.From, Column.To, Column.SentAt, Column.Direction],
    };

    // As LinkedIn writes them, and in the languages of the headers.
    private static readonly HashSet<string> Incoming = new(StringComparer.Ordinal)
    {
        "incoming",
        "received",
        "eingehend",
        "empfangen",
        "entrante",
        "entrant",
        "recue",
        "recu",
        "recibida",
        "recebido",
        "in arrivo",
        "ricevuto",
        "inkomend",
        "ontvangen",
        "indgaende",
        "inkommande",
        "innkommende",
    };

    private static readonly HashSet<string> Outgoing = new(StringComparer.Ordinal)
    {
        "outgoing",
        "sent",
        "ausgehend",
        "gesendet",
        "saliente",
        "sortant",
        "sortante",
        "envoyee",
        "envoye",
        "enviada",
        "enviado",
        "in uscita",
        "inviato",
        "uitgaand",
        "verzonden",
        "udgaende",
        "utgaende",
    };

    /// <summary>Returns false if the file is neither of the two.</summary>
    /// <param name="open">Opens the file at its beginning.</param>
    /// <param name="gathering">Collects the content.</param>
    public static bool Read(Func<Stream> open, Gathering gathering) =>
        Array.Exists(CsvSeparators.All, separator => Read(open, separator, gathering));

    private static bool Read(Func<Stream> open, char separator, Gathering gathering)
    {
        using var text = Charsets.Utf8(open);
        using var rows = new CsvRows<Column>(text, separator, ColumnNames.Known, gathering.Row);
        ImportPart? part = null;
        try
        {
            part = rows.FindHeader(Headers);
            while (part is { } known && rows.Read())
            {
                if (known == ImportPart.Connections)
                {
                    Connection(rows, gathering);
                }
                else
                {
                    Invitation(rows, gathering);
                }
            }
        }
        catch (CsvFormatException tooLong) when (part is not null)
        {
            gathering.Refuse(part.Value, (int)tooLong.RecordNumber, RowProblem.TooLong);
        }
        catch (CsvFormatException)
        {
            return false;
        }

        return part is not null;
    }

    private static void Connection(CsvRows<Column> row, Gathering gathering)
    {
        if (row.IsEmptyBut(Column.ConnectedOn))
        {
            gathering.LeaveOut(); // an account that was closed
        }
        else if (!row.IsWhole)
        {
            gathering.Refuse(ImportPart.Connections, row.Number, RowProblem.TooShort);
        }
        else
        {
            Take(row, ImportPart.Connections, Column.ConnectedOn, gathering, on =>
                Contact.Of(
                    AddressBookSource.Connection,
                    new NameInFile("", row[Column.GivenName], row[Column.FamilyName]),
                    row[Column.Company],
                    row[Column.Position],
                    EmailAddress.In(row[Column.Email]),
                    LinkedInSlug.Of(row[Column.Address]),
                    on
                )
            );
        }
    }

    // The message is not read: a person is recognised by name only.
    private static void Invitation(CsvRows<Column> row, Gathering gathering)
    {
        var direction = SearchText.Fold(row[Column.Direction]);
        var incoming = Incoming.Contains(direction);
        var (name, address) = incoming
            ? (row[Column.From], row[Column.InviterAddress])
            : (row[Column.To], row[Column.InviteeAddress]);
        if (name.Length == 0 && row[Column.Message].Length == 0 && address.Length == 0)
        {
            gathering.LeaveOut();
        }
        else if (!row.IsWhole)
        {
            gathering.Refuse(ImportPart.Invitations, row.Number, RowProblem.TooShort);
        }
        else if (!incoming && !Outgoing.Contains(direction))
        {
            gathering.Refuse(ImportPart.Invitations, row.Number, RowProblem.Direction);
        }
        else
        {
            Take(row, ImportPart.Invitations, Column.SentAt, gathering, on =>
                Contact.Of(
                    incoming ? AddressBookSource.InvitationReceived : AddressBookSource.InvitationSent,
                    new NameInFile(name, "", ""),
                    "",
                    "",
                    [],
                    LinkedInSlug.Of(address),
                    on
                )
            );
        }
    }

    private static void Take(
        CsvRows<Column> row,
        ImportPart part,
        Column date,
        Gathering gathering,
        Func<DateOnly?, Contact?> contact
    )
    {
        var on = FileDate.Of(row[date]);
        if (contact(on) is not { } person)
        {
            gathering.Refuse(part, row.Number, RowProblem.Nameless);
            return;
        }

        gathering.Add(person, part, row.Number);
        if (on is null && row[date].Length > 0)
        {
            gathering.Refuse(part, row.Number, RowProblem.Date);
        }
    }
}
