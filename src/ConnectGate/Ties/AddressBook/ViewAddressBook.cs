using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>The current member's own address book: what is kept, by name, and how the latest import goes.</summary>
public static class ViewAddressBook
{
    /// <summary>A page of it.</summary>
    /// <param name="Text">Only those in whose name, company or position all its words occur; null for all.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Text = null, string? Cursor = null) : IQuery<View>;

    /// <summary>The book.</summary>
    /// <param name="People">How many are in it.</param>
    /// <param name="Import">The latest import; null where there was none.</param>
    /// <param name="Entries">Those found, by name.</param>
    public sealed record View(int People, Import? Import, Page<Row> Entries);

    /// <summary>How an import goes, or went.</summary>
    /// <param name="Running">Whether it is under way.</param>
    /// <param name="BegunAt">When it began.</param>
    /// <param name="Total">How many people the file told of.</param>
    /// <param name="Done">How many of them are saved.</param>
    /// <param name="Added">How many were new.</param>
    /// <param name="Updated">How many were known, of whom the file told something new.</param>
    /// <param name="LeftOut">How many rows named nobody.</param>
    /// <param name="Problems">The first rows that could not be read.</param>
    /// <param name="MoreProblems">How many more there were.</param>
    public sealed record Import(
        bool Running,
        DateTime BegunAt,
        int Total,
        int Done,
        int Added,
        int Updated,
        int LeftOut,
        IReadOnlyList<ProblemSeen> Problems,
        int MoreProblems
    )
    {
        /// <summary>How many were known just so.</summary>
        public int Unchanged => Done - Added - Updated;
    }

    /// <summary>A row or card that could not be read.</summary>
    /// <param name="Part">The part of the file.</param>
    /// <param name="Row">The row as a spreadsheet counts, or the card, from 1.</param>
    /// <param name="Problem">Why.</param>
    /// <param name="Words">Why, in the reader's language.</param>
    public sealed record ProblemSeen(ImportPart Part, int Row, RowProblem Problem, string Words);

    /// <summary>Somebody in it, with all that is kept of them.</summary>
    /// <param name="Source">What kind of file told of them.</param>
    /// <param name="Name">Their name as written there.</param>
    /// <param name="Company">Their company; may be empty.</param>
    /// <param name="Position">Their position; may be empty.</param>
    /// <param name="Emails">Their addresses, in lower case.</param>
    /// <param name="Slug">The last part of their address on LinkedIn.</param>
    /// <param name="On">When the two connected there, or the invitation was sent.</param>
    /// <param name="ImportedAt">When it was imported or last changed.</param>
    public sealed record Row(
        AddressBookSource Source,
        string Name,
        string Company,
        string Position,
        IReadOnlyList<string> Emails,
        string? Slug,
        DateOnly? On,
        DateTime ImportedAt
    );

    /// <summary>The most characters of a search that are looked at.</summary>
    public const int LongestText = 100;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var mine = context.AddressBook.Where(entry => entry.OwnerId == actor.Id);
            var import = await context
                .AddressBookImports.AsNoTracking()
                .SingleOrDefaultAsync(import => import.OwnerId == actor.Id, cancellationToken);
            return new View(
                await mine.CountAsync(cancellationToken),
                import is null
                    ? null
                    : new Import(
                        import.FinishedAt is null,
                        import.BegunAt,
                        import.Total,
                        import.Done,
                        import.Added,
                        import.Updated,
                        import.LeftOut,
                        [
                            .. import.Problems.Select(problem => new ProblemSeen(
                                problem.Part,
                                problem.Row,
                                problem.Problem,
                                actor.Say(problem.Wording)
                            )),
                        ],
                        import.MoreProblems
                    ),
                await PageAsync(mine, query, cancellationToken)
            );
        }

        private static async Task<Page<Row>> PageAsync(
            IQueryable<AddressBookEntry> entries,
            Query query,
            CancellationToken cancellationToken
        )
        {
            foreach (var word in SearchText.Words(query.Text, LongestText))
            {
                var pattern = $"%{SearchText.Escaped(word)}%";
                entries = entries.Where(entry => EF.Functions.Like(entry.SearchText, pattern, SearchText.Escape));
            }

            if (NameCursor.Parse(query.Cursor) is { } after)
            {
#pragma warning disable CA1309 // translated to SQL, where the column's own order is the one that pages
                entries = entries.Where(entry =>
                    string.Compare(entry.FoldedName, after.Name) > 0
                    || (entry.FoldedName == after.Name && entry.Id > after.Id)
                );
#pragma warning restore CA1309
            }

            var found = await entries
                .AsNoTracking()
                .OrderBy(entry => entry.FoldedName)
                .ThenBy(entry => entry.Id)
                .Take(Page<Row>.Size + 1)
                .Include(entry => entry.Emails)
                .ToListAsync(cancellationToken);
            return new Page<Row>(
                [.. found.Take(Page<Row>.Size).Select(Seen)],
                found.Count > Page<Row>.Size
                    ? new NameCursor(found[Page<Row>.Size - 1].FoldedName, found[Page<Row>.Size - 1].Id).ToString()
                    : null
            );
        }

        private static Row Seen(AddressBookEntry entry) =>
            new(
                entry.Source,
                entry.Name,
                entry.Company,
                entry.Position,
                [.. entry.Emails.Select(email => email.Address.ToLowerInvariant()).Order(StringComparer.Ordinal)],
                entry.Slug,
                entry.On,
                entry.ImportedAt
            );
    }
}
