namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>The content of a file.</summary>
/// <param name="Contacts">Each person once.</param>
/// <param name="LeftOut">The number of rows without a name.</param>
/// <param name="Problems">The first rows that could not be read.</param>
/// <param name="MoreProblems">The number of further rows that could not be read.</param>
internal sealed record Gathered(
    IReadOnlyList<Contact> Contacts,
    int LeftOut,
    IReadOnlyList<ImportProblem> Problems,
    int MoreProblems
);

/// <summary>Collects the content of a file within limits, so that no file can cause unlimited work or memory.</summary>
internal sealed class Gathering(CancellationToken cancellationToken)
{
    /// <summary>Rows and cards of one file.</summary>
    public const int MostRows = 100_000;

    /// <summary>Lines of vCards in one file. A card has about 20.</summary>
    public const int MostLines = 1_000_000;

    /// <summary>Bad rows that are listed one by one. Further ones are only counted.</summary>
    public const int MostProblems = 100;

    private readonly Dictionary<string, Contact> _contacts = new(StringComparer.Ordinal);
    private readonly List<ImportProblem> _problems = [];
    private int _rows,
        _lines,
        _leftOut,
        _moreProblems;

    public Gathered Result => new([.. _contacts.Values], _leftOut, _problems, _moreProblems);

    /// <summary>Call it before the row or line is read.</summary>
    /// <exception cref="UnreadableFileException">The file has too many.</exception>
    public void Row() => Count(ref _rows, MostRows);

    /// <inheritdoc cref="Row"/>
    public void Line() => Count(ref _lines, MostLines);

    /// <summary>Adds a person. A later row for the same person replaces an earlier one.</summary>
    /// <exception cref="UnreadableFileException">The file has more people than an address book can have.</exception>
    public void Add(Contact contact)
    {
        _contacts[contact.Key] = contact;
        if (_contacts.Count > AddressBookEntry.Most)
        {
            throw new UnreadableFileException(UnreadableFileException.Full);
        }
    }

    /// <summary>Counts a row that has no name and is not a mistake.</summary>
    public void LeaveOut() => _leftOut++;

    /// <summary>Records a row that could not be read.</summary>
    public void Refuse(ImportPart part, int row, RowProblem problem)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new ImportProblem(part, row, problem));
        }
        else
        {
            _moreProblems++;
        }
    }

    private void Count(ref int counted, int most)
    {
        if (++counted > most)
        {
            throw new UnreadableFileException(UnreadableFileException.TooLarge);
        }

        if (counted % 256 == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

/// <summary>Nothing in the file can be used. The reading catches it and returns the refusal with this code.</summary>
internal sealed class UnreadableFileException(string code) : Exception(code)
{
    public const string Unknown = "address-file-unknown",
        TooLarge = "address-file-too-large",
        Encrypted = "address-file-encrypted",
        Damaged = "address-file-damaged",
        Empty = "address-file-empty",
        Full = "address-book-full";

    public string Code { get; } = code;
}
