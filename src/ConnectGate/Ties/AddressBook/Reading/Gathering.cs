using ConnectGate.Foundation.Text.Characters;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>The content of a file.</summary>
/// <param name="Contacts">Each person once.</param>
/// <param name="LeftOut">The number of rows without a name.</param>
/// <param name="Problems">The first rows that could not be read, and the parts of a zip that were not.</param>
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
    private readonly List<ImportProblem> _problems = [],
        _skipped = [];
    private int _rows,
        _lines,
        _leftOut,
        _moreProblems;

    public Gathered Result => new([.. _contacts.Values], _leftOut, [.. _problems, .. _skipped], _moreProblems);

    /// <summary>Call it before the row or line is read.</summary>
    /// <exception cref="UnreadableFileException">The file has too many.</exception>
    public void Row() => Count(ref _rows, MostRows);

    /// <inheritdoc cref="Row"/>
    public void Line() => Count(ref _lines, MostLines);

    /// <summary>
    /// Adds a person. A later row for the same person replaces an earlier one, but keeps what only the earlier one has.
    /// </summary>
    /// <param name="contact">The person.</param>
    /// <param name="part">The part of the file.</param>
    /// <param name="row">As in <see cref="ImportProblem"/>.</param>
    /// <exception cref="UnreadableFileException">The file has more people than an address book can have.</exception>
    public void Add(Contact contact, ImportPart part, int row)
    {
        Contact? before;
        while (_contacts.TryGetValue(contact.Key, out before) && !before.MayBe(contact))
        {
            contact = contact.AsAnother();
        }

        _contacts[contact.Key] = before is null ? contact : contact.With(before);
        if (_contacts.Count > AddressBookEntry.Most)
        {
            throw new UnreadableFileException(UnreadableFileException.Full);
        }

        if (contact.HasLostCharacters)
        {
            Refuse(part, row, RowProblem.LostCharacters);
        }
    }

    /// <summary>Records a part of a zip that was not read.</summary>
    /// <param name="file">Its name in the zip.</param>
    public void PassOver(string file)
    {
        var name = FirstLines.Of(VisibleText.Clean(file), Contact.LongestText);
        if (_skipped.Count < MostProblems)
        {
            _skipped.Add(new ImportProblem(ImportPart.Other, 0, RowProblem.Skipped, name));
        }
    }

    /// <summary>Counts a row that has no name and is not a mistake.</summary>
    public void LeaveOut() => _leftOut++;

    /// <summary>Records a row that could not be read, or not as a whole.</summary>
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
