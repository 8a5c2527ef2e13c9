using System.Globalization;
using CsvHelper;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>LinkedIn's Connections.csv and Invitations.csv. Their headers distinguish them.</summary>
internal static class LinkedInCsv
{
    private static readonly Dictionary<ImportPart, string[]> Headers = new()
    {
        [ImportPart.Connections] = ["First Name", "Connected On"],
        [ImportPart.Invitations] = ["From", "To", "Sent At", "Direction"],
    };

    // The exports are in English in every member's language. The last date format comes from a spreadsheet.
    private static readonly string[] Days = ["d MMM yyyy", "yyyy-MM-dd"];
    private static readonly string[] Moments = ["M/d/yy, h:mm tt", "M/d/yyyy, h:mm tt"];

    /// <summary>Returns false if the file is neither of the two.</summary>
    public static bool Read(Stream file, Gathering gathering)
    {
        using var rows = new CsvRows(file, gathering);
        ImportPart? part = null;
        try
        {
            part = rows.FindHeader(Headers);
            while (part is not null && rows.Read())
            {
                var problem =
                    part == ImportPart.Connections ? Connection(rows, gathering) : Invitation(rows, gathering);
                if (problem is { } found)
                {
                    gathering.Refuse(part.Value, rows.Number, found);
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

    private static RowProblem? Connection(CsvRows row, Gathering gathering)
    {
        if (row.IsEmptyBut("Connected On"))
        {
            gathering.LeaveOut(); // an account that was closed
            return null;
        }

        if (!row.IsWhole)
        {
            return RowProblem.TooShort;
        }

        DateOnly? on = null;
        if (row["Connected On"] is { Length: > 0 } date)
        {
            if (
                !DateOnly.TryParseExact(
                    date,
                    Days,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AllowWhiteSpaces,
                    out var day
                )
            )
            {
                return RowProblem.Date;
            }

            on = day;
        }

        return Take(
            gathering,
            Contact.Of(
                AddressBookSource.Connection,
                $"{row["First Name"]} {row["Last Name"]}",
                row["Company"],
                row["Position"],
                [row["Email Address"]],
                LinkedInSlug.Of(row["URL"]),
                on
            )
        );
    }

    // The message is not read: a person is recognised by name only.
    private static RowProblem? Invitation(CsvRows row, Gathering gathering)
    {
        var incoming = string.Equals(row["Direction"], "INCOMING", StringComparison.OrdinalIgnoreCase);
        var (name, address) = incoming
            ? (row["From"], row["inviterProfileUrl"])
            : (row["To"], row["inviteeProfileUrl"]);
        if (name.Length == 0 && row["Message"].Length == 0 && address.Length == 0)
        {
            gathering.LeaveOut();
            return null;
        }

        if (!row.IsWhole)
        {
            return RowProblem.TooShort;
        }

        if (!incoming && !string.Equals(row["Direction"], "OUTGOING", StringComparison.OrdinalIgnoreCase))
        {
            return RowProblem.Direction;
        }

        // Newer exports have a narrow no-break space before AM and PM.
        return DateTime.TryParseExact(
            row["Sent At"].Replace('\u202F', ' '),
            Moments,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces,
            out var sentAt
        )
            ? Take(
                gathering,
                Contact.Of(
                    incoming ? AddressBookSource.InvitationReceived : AddressBookSource.InvitationSent,
                    name,
                    "",
                    "",
                    [],
                    LinkedInSlug.Of(address),
                    DateOnly.FromDateTime(sentAt)
                )
            )
            : RowProblem.Date;
    }

    private static RowProblem? Take(Gathering gathering, Contact? contact)
    {
        if (contact is null)
        {
            return RowProblem.Nameless;
        }

        gathering.Add(contact);
        return null;
    }
}
