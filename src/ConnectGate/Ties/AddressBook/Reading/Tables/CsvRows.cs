using System.Text;
using CsvHelper;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// The rows of a CSV file below its header. The header is not always the first row: since about 2021, LinkedIn writes a
/// paragraph of notes above it. Columns are found by their names.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>In bytes. The longest message of an invitation needs a twentieth of it.</summary>
    public const int LongestRow = 64 * 1024;

    // The notes above the header are three rows.
    private const int MostRowsAboveHeader = 50;

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false, // rows are numbered as a spreadsheet numbers them
        MaxRecordSize = LongestRow,
        MalformedData = CsvMalformedDataHandling.Recover,
        IncludeValuesInExceptions = false,
        Encoding = Encoding.UTF8,
    };

    private readonly CsvReader _csv;
    private readonly Gathering _gathering;
    private Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    public CsvRows(Stream file, Gathering gathering) =>
        (_csv, _gathering) = (CsvReader.Create(file, Options, leaveOpen: true), gathering);

    /// <summary>The row number in a spreadsheet, from 1.</summary>
    public int Number => (int)_csv.RowNumber;

    /// <summary>Whether the row has a field under every column.</summary>
    public bool IsWhole => _csv.FieldCount >= _columns.Count;

    /// <summary>The trimmed text in that column; empty if the file or the row does not have it.</summary>
    public string this[string column] =>
        _columns.TryGetValue(column, out var place) && place < _csv.FieldCount ? _csv.GetString(place).Trim() : "";

    /// <summary>Whether all fields are empty, except perhaps that column's.</summary>
    public bool IsEmptyBut(string column) =>
        _columns.All(each =>
            string.Equals(each.Key, column, StringComparison.OrdinalIgnoreCase)
            || each.Value >= _csv.FieldCount
            || string.IsNullOrWhiteSpace(_csv.GetString(each.Value))
        );

    /// <summary>
    /// Moves to the header: the first row with all names of one kind of file. Returns the kind, or null if there is no
    /// header.
    /// </summary>
    public T? FindHeader<T>(IReadOnlyDictionary<T, string[]> kinds)
        where T : struct
    {
        for (var row = 0; row < MostRowsAboveHeader && Read(); row++)
        {
            _columns = Named();
            foreach (var (kind, names) in kinds)
            {
                if (Array.TrueForAll(names, _columns.ContainsKey))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    /// <summary>Moves to the next row that is not blank; false at the end.</summary>
    /// <exception cref="CsvFormatException">The row is too long. The rows after it cannot be read either.</exception>
    public bool Read()
    {
        while (_csv.Read())
        {
            _gathering.Row();
            if (_csv.FieldCount > 1 || !_csv.IsEmpty(0))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _csv.Dispose();

    private Dictionary<string, int> Named()
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < Math.Min(_csv.FieldCount, 100); place++)
        {
            columns.TryAdd(_csv.GetString(place).Trim().TrimStart('\uFEFF'), place);
        }

        return columns;
    }
}
