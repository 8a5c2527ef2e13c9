using ConnectGate.Foundation.Text.Characters;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Ties.AddressBook.Reading;
using ConnectGate.Ties.AddressBook.Reading.Tables;
using CsvHelper;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// Reads a CSV file of members. Neither the size of the file, of a row or of a cell, nor the number of rows can cause
/// unlimited work or memory.
/// </summary>
internal sealed class MemberTable(CancellationToken cancellationToken)
{
    public const int MostRows = 50_000;

    private const int LongestName = 120,
        MostGroups = 20;

    private static readonly char[] BetweenGroups = [';', '|', '\n'];

    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _rows;

    public List<MemberRow> Rows { get; } = [];

    public List<LineProblem> Problems { get; } = [];

    /// <summary>Returns false if the file has no column of addresses.</summary>
    /// <param name="open">Opens the file at its beginning.</param>
    /// <exception cref="UnreadableFileException">The file is too large.</exception>
    public bool Read(Func<Stream> open) => Array.Exists(CsvSeparators.All, separator => Read(open, separator));

    private bool Read(Func<Stream> open, char separator)
    {
        using var text = Charsets.Utf8(open);
        using var rows = new CsvRows<MemberColumn>(text, separator, MemberSpellings.Columns, Count);
        var found = false;
        _rows = 0;
        try
        {
            found = rows.FindHeader(MemberColumn.Email);
            while (found && rows.Read())
            {
                Take(rows);
            }
        }
        catch (CsvFormatException tooLong)
        {
            if (found)
            {
                Refuse((int)tooLong.RecordNumber, LineProblemKind.TooLong, "");
            }
        }

        return found;
    }

    private void Count()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_rows > MostRows)
        {
            throw new UnreadableFileException(UnreadableFileException.TooLarge);
        }
    }

    private void Take(CsvRows<MemberColumn> row)
    {
        var (line, address, id) = (row.Number, row[MemberColumn.Email], VisibleText.Clean(row[MemberColumn.OutsideId]));
        var (role, end) = (row[MemberColumn.Role], row[MemberColumn.ExpiresOn]);
        List<string> emails = [.. EmailAddress.In(address).Distinct(StringComparer.OrdinalIgnoreCase).Take(2)];
        var problem =
            !row.IsWhole ? (LineProblemKind.TooShort, "")
            : address.Length == 0 ? (LineProblemKind.AddressMissing, "")
            : emails.Count != 1 ? (LineProblemKind.AddressMalformed, address)
            : id.Length > Admitted.OutsideIdLength ? (LineProblemKind.IdTooLong, id)
            : role.Length > 0 && MemberSpellings.RoleOf(role) is null ? (LineProblemKind.RoleUnknown, role)
            : end.Length > 0 && FileDate.Of(end) is null ? (LineProblemKind.DateMalformed, end)
            : !_addresses.Add(emails[0]) ? (LineProblemKind.AddressTwice, address)
            : id.Length > 0 && !_ids.Add(id) ? (LineProblemKind.IdTwice, id)
            : ((LineProblemKind Kind, string Value)?)null;
        if (problem is var (kind, value))
        {
            Refuse(line, kind, value);
            return;
        }

        Rows.Add(
            new MemberRow(
                line,
                emails[0],
                NameIn(row),
                id.Length == 0 ? null : id,
                GroupsIn(row[MemberColumn.Groups]),
                role.Length == 0 ? null : MemberSpellings.RoleOf(role),
                end.Length == 0 ? null : FileDate.Of(end)
            )
        );
    }

    private static string NameIn(CsvRows<MemberColumn> row)
    {
        var name = row[MemberColumn.Name];
        return FirstLines.Of(
            VisibleText.Clean(name.Length > 0 ? name : $"{row[MemberColumn.GivenName]} {row[MemberColumn.FamilyName]}"),
            LongestName
        );
    }

    private static List<string> GroupsIn(string cell) =>
        [
            .. cell.Split(BetweenGroups, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(VisibleText.Clean)
                .Distinct(StringComparer.Ordinal)
                .Take(MostGroups),
        ];

    private void Refuse(int line, LineProblemKind kind, string value) =>
        Problems.Add(LineProblem.Of(line, kind, value));
}
