using System.Text.Json.Serialization;
using ConnectGate.Foundation.Text.Characters;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// The latest file of members: first a dry run, which an administrator then applies or discards. A community has one
/// at a time; the next one replaces it.
/// </summary>
internal sealed class MemberImport
{
    private MemberImport() { }

    public long Id { get; private set; }

    /// <summary>The administrator; null for the server's console.</summary>
    public long? ById { get; private set; }

    public DateTime ReadAt { get; private set; }

    /// <summary>Whether members end who are not in the file. The administrator chose it.</summary>
    public bool LapsesOthers { get; private set; }

    /// <summary>Rows of people, without the bad ones, and members who are not in the file.</summary>
    public int Total { get; private set; }

    /// <summary>How many of <see cref="Total"/> are applied.</summary>
    public int Done { get; private set; }

    /// <summary>Null before an administrator applies it.</summary>
    public DateTime? AppliedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    /// <summary>What the dry run found.</summary>
    public ImportCounts Planned { get; private set; } = new();

    /// <summary>What was done so far. It can differ, because the community changes meanwhile.</summary>
    public ImportCounts Applied { get; private set; } = new();

    /// <summary>The first bad rows and notes, in the order of the file.</summary>
    public IReadOnlyList<LineProblem> Problems { get; private set; } = [];

    /// <summary>The number of further ones.</summary>
    public int MoreProblems { get; private set; }

    public bool IsApplying => AppliedAt is not null && FinishedAt is null;

    internal static MemberImport Of(CheckedFile file, bool lapsesOthers, long? byId, DateTime now)
    {
        var import = new MemberImport
        {
            ById = byId,
            ReadAt = now,
            LapsesOthers = lapsesOthers,
            Total = file.Rows.Count + file.Others.Count,
            Planned = file.Planned,
        };
        import.Note(file.Problems);
        return import;
    }

    /// <exception cref="IllegalTransitionException">It was applied before.</exception>
    internal void Apply(DateTime now)
    {
        if (AppliedAt is not null)
        {
            throw new IllegalTransitionException("An import is applied once.");
        }

        AppliedAt = now;
        FinishedAt = Total == 0 ? now : null;
    }

    internal void Take(int rows, ImportCounts counts, IEnumerable<LineProblem> problems, DateTime now)
    {
        (Done, Applied) = (Done + rows, Applied + counts);
        Note(problems);
        FinishedAt = Done >= Total ? now : null;
    }

    // A row that was noted by the dry run is not noted again.
    private void Note(IEnumerable<LineProblem> problems)
    {
        var all = Problems.Concat(problems).Distinct().OrderBy(problem => problem.Line).ToList();
        MoreProblems += Math.Max(0, all.Count - LineProblem.Most);
        Problems = [.. all.Take(LineProblem.Most)];
    }
}

/// <summary>How many people of each kind.</summary>
internal sealed record ImportCounts
{
    public int Invited { get; init; }
    public int Changed { get; init; }
    public int Renewed { get; init; }
    public int Lapsed { get; init; }
    public int Unchanged { get; init; }
    public int Bad { get; init; }

    public static ImportCounts operator +(ImportCounts one, ImportCounts other) =>
        new()
        {
            Invited = one.Invited + other.Invited,
            Changed = one.Changed + other.Changed,
            Renewed = one.Renewed + other.Renewed,
            Lapsed = one.Lapsed + other.Lapsed,
            Unchanged = one.Unchanged + other.Unchanged,
            Bad = one.Bad + other.Bad,
        };
}

/// <summary>A part of the file that waits to be applied. Applying it deletes it.</summary>
internal sealed class MemberImportSlice
{
    /// <summary>People in one transaction. The number is small, so that other writers hardly wait.</summary>
    public const int Size = 50;

    public long Id { get; private set; }
    public required long ImportId { get; init; }
    public IReadOnlyList<MemberRow> Rows { get; init; } = [];

    /// <summary>Members who are not in the file.</summary>
    public IReadOnlyList<long> Others { get; init; } = [];
}

/// <summary>A good row of the file. An empty cell is null or empty, and changes nothing.</summary>
/// <param name="Line">The number of the row in a spreadsheet, from 1.</param>
/// <param name="ExpiresOn">The last day of the membership.</param>
internal sealed record MemberRow(
    int Line,
    string Email,
    string Name,
    string? OutsideId,
    IReadOnlyList<string> Groups,
    Role? Role,
    DateOnly? ExpiresOn
);

/// <summary>A row that is not applied, or a note about a row that is.</summary>
/// <param name="Value">The beginning of the cell.</param>
internal sealed record LineProblem(int Line, LineProblemKind Kind, string Value)
{
    /// <summary>Kept for one file.</summary>
    public const int Most = 1_000;

    /// <summary>In visible characters.</summary>
    public const int LongestValue = 60;

    [JsonIgnore]
    public bool IsNote => Kind is LineProblemKind.OtherAddress or LineProblemKind.RoleLater;

    [JsonIgnore]
    public Wording Wording => Words.Of("line-", Kind);

    public static LineProblem Of(int line, LineProblemKind kind, string value) =>
        new(line, kind, FirstLines.Of(VisibleText.Clean(value), LongestValue));
}

[JsonConverter(typeof(JsonStringEnumConverter))]
internal enum LineProblemKind
{
    /// <summary>It has fewer cells than the header.</summary>
    TooShort,

    /// <summary>The rest of the file was not read.</summary>
    TooLong,
    AddressMissing,
    AddressMalformed,

    /// <summary>An earlier row has the address.</summary>
    AddressTwice,

    /// <summary>An earlier row has the outside id.</summary>
    IdTwice,
    IdTooLong,
    RoleUnknown,

    /// <summary>It is no date, or one that two countries read differently.</summary>
    DateMalformed,

    /// <summary>No open group has the name, or several have it.</summary>
    GroupUnknown,

    /// <summary>Outside id and address belong to two people here.</summary>
    TwoPeople,

    /// <summary>The person with this address has another outside id here.</summary>
    OtherId,

    /// <summary>Nobody could administer afterwards.</summary>
    LastAdministrator,

    /// <summary>A note: the member's address here is another one, and stays.</summary>
    OtherAddress,

    /// <summary>A note: the role is given by a later import, once the person has joined.</summary>
    RoleLater,
}
