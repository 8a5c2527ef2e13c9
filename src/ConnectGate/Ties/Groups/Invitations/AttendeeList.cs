using ConnectGate.People.Accounts;
using CsvHelper;

namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// The addresses of an attendee list: CSV with an address column, or one address a line. A line without a readable
/// address is reported by its number, and the other lines still count.
/// </summary>
/// <param name="Addresses">Each address once, spelt as in its first line.</param>
/// <param name="WrongLines">The numbers of the lines without a readable address. The first line has the number
/// 1.</param>
internal sealed record AttendeeList(IReadOnlyList<string> Addresses, IReadOnlyList<int> WrongLines)
{
    /// <summary>The most characters and the most lines of a list. A form can carry no more.</summary>
    public const int Longest = 60_000,
        MostLines = 2_000;

    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase)
    {
        "email",
        "e-mail",
        "mail",
        "address",
        "email address",
        "e-mail address",
        "e-mail-adresse",
        "adresse e-mail",
        "correo electrónico",
    };

    // Each line is one row whatever its quotes are, so that a wrong quote spoils no other line.
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
    };

    /// <summary>
    /// Expects at most <see cref="Longest"/> characters. Null where the list has more than <see cref="MostLines"/>
    /// lines.
    /// </summary>
    public static AttendeeList? Read(string text)
    {
        var addresses = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var wrong = new List<int>();
        int? column = null;
        var lines = 0;
        using var reader = CsvReader.FromText(text, Options);
        while (reader.Read())
        {
            if (++lines > MostLines)
            {
                return null;
            }

            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (lines == 1 && Array.FindIndex(cells, Headings.Contains) is >= 0 and var heading)
            {
                column = heading;
            }
            else if (EmailAddress.In(Cell(cells, column) ?? "").FirstOrDefault() is { } address)
            {
                addresses.TryAdd(address, address);
            }
            else
            {
                wrong.Add((int)reader.LineNumber);
            }
        }

        return new AttendeeList([.. addresses.Values], wrong);
    }

    // Without a heading, the first cell with an @ is the address.
    private static string? Cell(string[] cells, int? column) =>
        column is { } place
            ? cells.ElementAtOrDefault(place)
            : Array.Find(cells, cell => cell.Contains('@', StringComparison.Ordinal));
}
