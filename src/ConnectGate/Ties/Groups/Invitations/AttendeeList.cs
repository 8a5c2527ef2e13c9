using ConnectGate.People.Accounts;
using CsvHelper;

namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// The addresses of an attendee list: CSV with a column of that name, or addresses one a line. A line without an
/// address that can be read is told by its number, and the others are kept.
/// </summary>
/// <param name="Addresses">Each once, as it stood first.</param>
/// <param name="WrongLines">The numbers of the lines that have none, the first being 1.</param>
internal sealed record AttendeeList(IReadOnlyList<string> Addresses, IReadOnlyList<int> WrongLines)
{
    /// <summary>The most characters that are looked at, and the most lines: what a form can carry.</summary>
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

    // A line is a row whatever its quotes say, so that a wrong one spoils no other.
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
    };

    /// <summary>
    /// Reads a list of at most <see cref="Longest"/> characters; null where it has more than <see cref="MostLines"/>.
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
            else if (EmailAddress.Of(Cell(cells, column)) is { } address)
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

    // Without a heading it is the cell that looks like one.
    private static string? Cell(string[] cells, int? column) =>
        column is { } place
            ? cells.ElementAtOrDefault(place)
            : Array.Find(cells, cell => cell.Contains('@', StringComparison.Ordinal));
}
