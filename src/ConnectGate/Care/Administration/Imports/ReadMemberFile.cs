using ConnectGate.People.Accounts;
using ConnectGate.Ties.AddressBook;
using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// Reads a file of members and compares it with the community. It stores nothing and mails nobody, and no writer waits
/// for it. <see cref="BeginMemberImport"/> stores the result.
/// </summary>
public static class ReadMemberFile
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>At most 50,000 rows of CSV with a header that names the column of the addresses.</summary>
    /// <param name="File">Must be seekable; null if no file was chosen.</param>
    /// <param name="LapsesOthers">Whether members end who are not in the file.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Query(Stream? File, bool LapsesOthers) : IQuery<View?>;

    /// <summary>The result of the reading, for <see cref="BeginMemberImport"/>.</summary>
    public sealed class View : ICarriesRefusals
    {
        /// <summary>
        /// Null if the file can be used. Otherwise <c>member-file-missing</c>, <c>-unknown</c>, <c>-empty</c> or
        /// <c>-too-large</c>.
        /// </summary>
        public Refusal? Refusal { get; internal init; }

        internal CheckedFile File { get; init; } = CheckedFile.Empty;

        internal bool LapsesOthers { get; init; }

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : new View { Refusal = word(Refusal) };
    }

    // Rows that one round of statements compares.
    private const int Compared = 500;

    internal sealed class Handler(ConnectGateContext context, KnownPeople people, ReadingTurns turns, Actor actor)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.File is not { } file)
            {
                return Refused("member-file-missing");
            }

            if (file.Length > LargestFile)
            {
                return Refused("member-file-too-large");
            }

            using var turn = await turns.WaitAsync(cancellationToken);
            var table = new MemberTable(cancellationToken);
            try
            {
                if (!table.Read(FromTheBeginning))
                {
                    return Refused("member-file-unknown");
                }
            }
            catch (UnreadableFileException)
            {
                return Refused("member-file-too-large");
            }

            return table.Rows.Count + table.Problems.Count == 0
                ? Refused("member-file-empty")
                : new View
                {
                    File = await CheckAsync(table, query.LapsesOthers, cancellationToken),
                    LapsesOthers = query.LapsesOthers,
                };

            Stream FromTheBeginning()
            {
                file.Position = 0;
                return new BoundedStream(file, LargestFile, leaveOpen: true);
            }
        }

        private async Task<CheckedFile> CheckAsync(
            MemberTable table,
            bool lapsesOthers,
            CancellationToken cancellationToken
        )
        {
            var (good, problems, named) = (new List<MemberRow>(), table.Problems, new HashSet<long>());
            var planned = new ImportCounts { Bad = problems.Count };
            foreach (var rows in table.Rows.Chunk(Compared))
            {
                await people.LoadAsync(rows, cancellationToken);
                foreach (var row in rows)
                {
                    var plan = await people.PlanAsync(row, lapsesOthers, cancellationToken);
                    problems.AddRange(plan.Problems);
                    planned += plan.Counts;
                    if (plan.Account is { } account)
                    {
                        named.Add(account.Id);
                    }

                    if (!plan.IsBad)
                    {
                        good.Add(row);
                    }
                }

                context.ChangeTracker.Clear(); // a large file would keep everybody in memory
            }

            var others = lapsesOthers ? await OthersAsync(named, cancellationToken) : [];
            return new CheckedFile(good, others, problems, planned with { Lapsed = planned.Lapsed + others.Count });
        }

        // An administrator whom the file forgets does not lock themselves out.
        private async Task<List<long>> OthersAsync(HashSet<long> named, CancellationToken cancellationToken)
        {
            var running = await context
                .Users.WhoAreIn()
                .OrderBy(account => account.Id)
                .Select(account => account.Id)
                .ToListAsync(cancellationToken);
            return running.FindAll(id => !named.Contains(id) && id != actor.Sender);
        }

        private static View Refused(string code) =>
            new()
            {
                Refusal = new Refusal(
                    code,
                    "file",
                    Words.Format(code, MemberTable.MostRows, LargestFile / (1024 * 1024))
                ),
            };
    }
}

/// <param name="Rows">Without the bad ones.</param>
/// <param name="Others">Members who are not in the file and end.</param>
/// <param name="Problems">Bad rows, and notes about good ones.</param>
internal sealed record CheckedFile(
    IReadOnlyList<MemberRow> Rows,
    IReadOnlyList<long> Others,
    IReadOnlyList<LineProblem> Problems,
    ImportCounts Planned
)
{
    public static readonly CheckedFile Empty = new([], [], [], new ImportCounts());
}
