namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>What a file told.</summary>
/// <param name="Contacts">Whom it tells of, each once.</param>
/// <param name="LeftOut">How many rows name nobody.</param>
/// <param name="Problems">The first rows that could not be read.</param>
/// <param name="MoreProblems">How many more there were.</param>
internal sealed record Gathered(
    IReadOnlyList<Contact> Contacts,
    int LeftOut,
    IReadOnlyList<ImportProblem> Problems,
    int MoreProblems
);

/// <summary>
/// Gathers what is read, within bounds: whatever a file holds, the work and the memory it takes have an end.
/// </summary>
internal sealed class Gathering(CancellationToken cancellationToken)
{
    /// <summary>The most rows and cards of one file that are looked at.</summary>
    public const int MostRows = 100_000;

    /// <summary>The most lines of vCards: a card has some 20.</summary>
    public const int MostLines = 1_000_000;

    /// <summary>The most bad rows that are told one by one.</summary>
    public const int MostProblems = 100;

    private readonly Dictionary<string, Contact> _contacts = new(StringComparer.Ordinal);
    private readonly List<ImportProblem> _problems = [];
    private int _rows,
        _lines,
        _leftOut,
        _moreProblems;

    public Gathered Result => new([.. _contacts.Values], _leftOut, _problems, _moreProblems);

    /// <summary>Counts a row before it is read.</summary>
    /// <exception cref="UnreadableFileException">There are too many.</exception>
    public void Row() => Count(ref _rows, MostRows);

    /// <inheritdoc cref="Row"/>
    public void Line() => Count(ref _lines, MostLines);

    /// <summary>Adds somebody. Who comes twice is as the file says last.</summary>
    /// <exception cref="UnreadableFileException">They are more than an address book holds.</exception>
    public void Add(Contact contact)
    {
        _contacts[contact.Key] = contact;
        if (_contacts.Count > AddressBookEntry.Most)
        {
            throw new UnreadableFileException(UnreadableFileException.Full);
        }
    }

    /// <summary>A row that names nobody and is no mistake.</summary>
    public void LeaveOut() => _leftOut++;

    /// <summary>A row that could not be read.</summary>
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

/// <summary>
/// Nothing of the file can be used. It never leaves the reading: whoever sent the file gets the refusal of that code.
/// </summary>
internal sealed class UnreadableFileException(string code) : Exception(code)
{
    public const string Unknown = "address-file-unknown",
        TooLarge = "address-file-too-large",
        Encrypted = "address-file-encrypted",
        Damaged = "address-file-damaged",
        Empty = "address-file-empty",
        Full = "address-book-full";

    /// <summary>The refusal's code.</summary>
    public string Code { get; } = code;
}
