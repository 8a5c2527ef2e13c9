using System.Text;
using CsvHelper;

namespace ConnectGate.Ties.AddressBook.Reading.Tables;

/// <summary>
/// The rows of a CSV file below its header. The header is not always the first row: since about 2021, LinkedIn writes a
/// paragraph of notes above it. Columns are found by their names.
/// </summary>
internal sealed class CsvRows<TColumn> : IDisposable
    where TColumn : struct, Enum
{
    /// <summary>In bytes. The longest message of an invitation needs a twentieth of it.</summary>
    public const int LongestRow = 64 * 1024;

    // The notes above the header are three rows.
    private const int MostRowsAboveHeader = 50,
        MostColumns = 100;

    private readonly CsvReader _csv;
    private readonly IReadOnlyDictionary<string, TColumn> _names;
    private readonly Action _count;
    private readonly char _separator;
    private Dictionary<TColumn, int> _columns = [];
    private string[]? _inner;
    private int _width;

    /// <param name="text">In UTF-8.</param>
    /// <param name="separator">Of the fields in a row.</param>
    /// <param name="names">The columns by the normal form of their headings, see <see cref="Headings"/>.</param>
    /// <param name="count">Called before each row, to limit their number.</param>
    public CsvRows(Stream text, char separator, IReadOnlyDictionary<string, TColumn> names, Action count)
    {
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false, // rows are numbered as a spreadsheet numbers them
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Recover,
            IncludeValuesInExceptions = false,
            PoolStrings = true, // many people have the same company
            Encoding = Encoding.UTF8,
        };
        (_csv, _separator, _names, _count) = (
            CsvReader.Create(text, options, leaveOpen: true),
            separator,
            names,
            count
        );
    }

    /// <summary>The row number in a spreadsheet, from 1.</summary>
    public int Number => (int)_csv.RowNumber;

    /// <summary>Whether the row has a field under every column.</summary>
    public bool IsWhole => FieldCount >= _width;

    private int FieldCount => _inner?.Length ?? _csv.FieldCount;

    /// <summary>The trimmed text in that column; empty if the file or the row does not have it.</summary>
    public string this[TColumn column] =>
        _columns.TryGetValue(column, out var place) && place < FieldCount ? Field(place).Trim() : "";

    /// <summary>Whether all fields are empty, except perhaps that column's.</summary>
    public bool IsEmptyBut(TColumn column)
    {
        var but = _columns.GetValueOrDefault(column, -1);
        for (var place = 0; place < Math.Min(FieldCount, _width); place++)
        {
            if (place != but && !string.IsNullOrWhiteSpace(Field(place)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Moves to the header: the first row with all columns of one kind of file. Returns the kind, or null if there is
    /// no header.
    /// </summary>
    public T? FindHeader<T>(IReadOnlyDictionary<T, TColumn[]> kinds)
        where T : struct
    {
        for (var row = 0; row < MostRowsAboveHeader && Read(); row++)
        {
            _columns = Named();
            foreach (var (kind, columns) in kinds)
            {
                if (Array.TrueForAll(columns, _columns.ContainsKey))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    /// <summary>Moves to the header; false if no row has all of these columns.</summary>
    public bool FindHeader(params TColumn[] columns) =>
        FindHeader(new Dictionary<bool, TColumn[]> { [true] = columns }) is not null;

    /// <summary>Moves to the next row that is not blank; false at the end.</summary>
    /// <exception cref="CsvFormatException">The row is too long. The rows after it cannot be read either.</exception>
    public bool Read()
    {
        while (_csv.Read())
        {
            _count();
            if (_csv.FieldCount > 1 || !_csv.IsEmpty(0))
            {
                // Spreadsheets put a row in quotation marks as a whole where they took it for one cell.
                _inner = _csv.FieldCount == 1 && _width != 1 ? Fields(_csv.GetString(0), _separator) : null;
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _csv.Dispose();

    private string Field(int place) => _inner?[place] ?? _csv.GetString(place);

    private Dictionary<TColumn, int> Named()
    {
        var columns = new Dictionary<TColumn, int>();
        _width = 0;
        for (var place = 0; place < Math.Min(FieldCount, MostColumns); place++)
        {
            _width = Field(place).Length > 0 ? place + 1 : _width; // some programs write empty columns at the end
            if (_names.TryGetValue(Headings.Normal(Field(place)), out var column))
            {
                columns.TryAdd(column, place);
            }
        }

        return columns;
    }

    private static string[]? Fields(string row, char separator)
    {
        if (!row.Contains(separator, StringComparison.Ordinal))
        {
            return null;
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in row)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        return [.. fields, field.ToString()];
    }
}
