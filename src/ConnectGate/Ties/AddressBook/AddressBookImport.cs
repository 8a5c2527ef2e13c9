using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// How a member's latest import goes, or went. One row for each member; the next import begins it anew.
/// </summary>
internal sealed class AddressBookImport
{
    private AddressBookImport() { }

    public long OwnerId { get; private set; }
    public DateTime BegunAt { get; private set; }

    /// <summary>Null while there are slices to be saved.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>How many people the file told of, and how many of them are saved.</summary>
    public int Total { get; private set; }

    /// <inheritdoc cref="Total"/>
    public int Done { get; private set; }

    public int Added { get; private set; }
    public int Updated { get; private set; }

    /// <summary>Rows that name nobody, which closed accounts leave.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The first rows that could not be read, and how many more there were.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; private set; } = [];

    /// <inheritdoc cref="Problems"/>
    public int MoreProblems { get; private set; }

    internal static AddressBookImport Of(long ownerId) => new() { OwnerId = ownerId };

    internal void Begin(Gathered file, DateTime now)
    {
        (BegunAt, Total, Done, Added, Updated) = (now, file.Contacts.Count, 0, 0, 0);
        (LeftOut, Problems, MoreProblems) = (file.LeftOut, file.Problems, file.MoreProblems);
        FinishedAt = Total == 0 ? now : null;
    }

    internal void Saved(int contacts, int added, int updated, DateTime now)
    {
        (Done, Added, Updated) = (Done + contacts, Added + added, Updated + updated);
        if (Done >= Total)
        {
            FinishedAt = now;
        }
    }
}

/// <summary>A part of a file that was read and waits to be saved. It goes when it is.</summary>
internal sealed class AddressBookSlice
{
    /// <summary>How many people one holds: so few that whoever else writes hardly waits for them.</summary>
    public const int Size = 500;

    public long Id { get; private set; }
    public required long OwnerId { get; init; }
    public required IReadOnlyList<Contact> Contacts { get; init; }
}
