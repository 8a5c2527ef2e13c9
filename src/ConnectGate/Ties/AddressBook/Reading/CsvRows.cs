using System.Text;
using CsvHelper;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// The rows of a CSV file under its header. The header is looked for: LinkedIn has set a paragraph of notes above it
/// since about 2021. Columns go by their names.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>The most bytes of a row: the longest message of an invitation takes a twentieth.</summary>
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

    /// <summary>The row as a spreadsheet counts, from 1.</summary>
    public int Number => (int)_csv.RowNumber;

    /// <summary>Whether the row has a field under every column.</summary>
    public bool IsWhole => _csv.FieldCount >= _columns.Count;

    /// <summary>What stands under that column; empty where the file or the row has none.</summary>
    public string this[string column] =>
        _columns.TryGetValue(column, out var place) && place < _csv.FieldCount ? _csv.GetString(place).Trim() : "";

    /// <summary>Whether every field is empty but that of one column.</summary>
    public bool IsEmptyBut(string column) =>
        _columns.All(each =>
            string.Equals(each.Key, column, StringComparison.OrdinalIgnoreCase)
            || each.Value >= _csv.FieldCount
            || string.IsNullOrWhiteSpace(_csv.GetString(each.Value))
        );

    /// <summary>
    /// Goes on to the header: the first row that has all names of one of the kinds of file; says which kind, or null.
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

    /// <summary>Goes on to the next row that is not blank; false at the end.</summary>
    /// <exception cref="CsvFormatException">The row is too long; what follows it cannot be read either.</exception>
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
