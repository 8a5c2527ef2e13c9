using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>The current member's own address book, ordered by name, and the progress of the latest import.</summary>
public static class ViewAddressBook
{
    /// <param name="Text">Finds people with all these words in their name, company or position; null for all
    /// people.</param>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Text = null, string? Cursor = null) : IQuery<View>;

    /// <param name="People">The number of all people in the book, found or not.</param>
    /// <param name="Import">Null if the member never imported a file.</param>
    /// <param name="Entries">The people found, ordered by name.</param>
    public sealed record View(int People, Import? Import, Page<Row> Entries);

    /// <param name="Running">Whether slices wait to be saved.</param>
    /// <param name="BegunAt">In UTC.</param>
    /// <param name="Total">The number of people in the file.</param>
    /// <param name="Done">The number of people that are saved so far.</param>
    /// <param name="Added">The number of new people.</param>
    /// <param name="Updated">The number of known people for whom the file had new data.</param>
    /// <param name="LeftOut">The number of rows without a name.</param>
    /// <param name="Problems">The first rows that could not be read.</param>
    /// <param name="MoreProblems">The number of further rows that could not be read.</param>
    /// <param name="SkippedParts">The parts of a zip that were not read.</param>
    public sealed record Import(
        bool Running,
        DateTime BegunAt,
        int Total,
        int Done,
        int Added,
        int Updated,
        int LeftOut,
        IReadOnlyList<ProblemSeen> Problems,
        int MoreProblems,
        IReadOnlyList<string> SkippedParts
    )
    {
        /// <summary>The number of known people for whom the file had no new data.</summary>
        public int Unchanged => Done - Added - Updated;
    }

    /// <summary>A row or card that could not be read, or not as a whole.</summary>
    /// <param name="Part">The part of the file.</param>
    /// <param name="Row">The row number in a spreadsheet, or the number of the card, from 1.</param>
    /// <param name="Problem">The reason.</param>
    /// <param name="Words">The reason in the reader's language.</param>
    public sealed record ProblemSeen(ImportPart Part, int Row, RowProblem Problem, string Words);

    /// <summary>Everything that is stored about a person.</summary>
    /// <param name="Source">The kind of file that the person comes from.</param>
    /// <param name="Name">As written in the file.</param>
    /// <param name="Company">May be empty.</param>
    /// <param name="Position">May be empty.</param>
    /// <param name="Emails">In lower case.</param>
    /// <param name="Slug">The last part of their LinkedIn address; null if unknown.</param>
    /// <param name="On">The day of the connection or of the invitation on LinkedIn; null if unknown.</param>
    /// <param name="ImportedAt">The time of the last import that added or changed the entry, in UTC.</param>
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

    /// <summary>In characters. The rest of a longer search text is ignored.</summary>
    public const int LongestText = 100;

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, View>
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
                            .. import
                                .Problems.Where(problem => problem.File is null)
                                .Select(problem => new ProblemSeen(
                                    problem.Part,
                                    problem.Row,
                                    problem.Problem,
                                    actor.Say(problem.Wording)
                                )),
                        ],
                        import.MoreProblems,
                        [.. import.Problems.Select(problem => problem.File).OfType<string>()]
                    ),
                await PageAsync(mine, query, cancellationToken)
            );
        }

        private async Task<Page<Row>> PageAsync(
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

            if (cursors.Read(query.Cursor) is { } after)
            {
#pragma warning disable CA1309 // translated to SQL, where the column's own order decides the order of the pages
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
            return cursors.Page(found, entry => new Cursor(entry.Id) { Name = entry.FoldedName }, Seen);
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
