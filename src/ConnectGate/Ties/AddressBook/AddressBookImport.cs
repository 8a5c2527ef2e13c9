using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// The progress or the result of a member's latest import. Each member has one row; the next import resets it.
/// </summary>
internal sealed class AddressBookImport
{
    private AddressBookImport() { }

    public long OwnerId { get; private set; }
    public DateTime BegunAt { get; private set; }

    /// <summary>In UTC; null while slices wait to be saved.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>The number of people in the file.</summary>
    public int Total { get; private set; }

    /// <summary>The number of people that are saved so far.</summary>
    public int Done { get; private set; }

    public int Added { get; private set; }
    public int Updated { get; private set; }

    /// <summary>The number of rows without a name. Closed accounts leave such rows.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The first rows that could not be read.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; private set; } = [];

    /// <summary>The number of further rows that could not be read.</summary>
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

/// <summary>A part of a file that was read and waits to be saved. The save deletes it.</summary>
internal sealed class AddressBookSlice
{
    /// <summary>People in one slice. The number is small, so that other writers hardly wait.</summary>
    public const int Size = 500;

    public long Id { get; private set; }
    public required long OwnerId { get; init; }
    public required IReadOnlyList<Contact> Contacts { get; init; }
}
