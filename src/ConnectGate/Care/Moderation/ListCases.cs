namespace ConnectGate.Care.Moderation;

/// <summary>The moderators' queue.</summary>
public static class ListCases
{
    /// <summary>
    /// One page: unclosed cases by weight, and the oldest first among equals; closed ones latest first.
    /// </summary>
    /// <param name="Mine">Only the cases that the current moderator has taken. Only for <see
    /// cref="CaseState.Taken"/>.</param>
    /// <param name="Category">Only cases with a report of this category.</param>
    /// <param name="About">Only cases about the member with this handle. None where nobody has the handle.</param>
    [SentBy(Senders.Moderators)]
    public sealed record Query(
        CaseState State = CaseState.Open,
        string? Cursor = null,
        bool Mine = false,
        string? About = null,
        ReportCategory? Category = null
    ) : IQuery<Page<Row>?>;

    /// <param name="Weight">The sum of the weights of its reports; one report of a new reporter has 100.</param>
    /// <param name="TakenBy">The name of the moderator who has it; null where nobody has.</param>
    /// <param name="TakenUntil">When it is free again without an act of this moderator.</param>
    /// <param name="SameNotes">How many letters of the author are nearly the same as other members' letters.</param>
    /// <param name="Upheld">Null until it is closed.</param>
    public sealed record Row(
        string Id,
        string AuthorHandle,
        string AuthorName,
        CaseState State,
        int Weight,
        string? TakenBy,
        DateTime? TakenUntil,
        DateTime OpenedAt,
        DateTime? ClosedAt,
        bool? Upheld,
        int Reports,
        IReadOnlyList<ReportCategory> Categories,
        int SameNotes
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now, after) = (actor.Id, actor.Now, cursors.Read(query.Cursor));
            var files = context.Cases.AsNoTracking();
            if (query.About is not null)
            {
                var author = await context.Members.IdOfAsync(query.About, cancellationToken) ?? 0;
                files = files.Where(file => file.AuthorId == author);
            }

            if (query.Mine)
            {
                files = files.Where(file => file.TakenById == me);
            }

            if (query.Category is { } category)
            {
                var bit = Case.BitOf(category);
                files = files.Where(file => (file.Categories & bit) != 0);
            }

            files = query.State switch
            {
                CaseState.Closed => Closed(files, after),
                CaseState.Taken => Taken(files, now, after),
                CaseState.Escalated => Waiting(files, CaseStage.Escalated, now, after),
                _ => Waiting(files, CaseStage.Open, now, after),
            };
            var rows =
                from file in files
                join author in context.Members on file.AuthorId equals author.Id
                join taker in context.Members on file.TakenById equals (long?)taker.Id into takers
                from taker in takers.DefaultIfEmpty()
                select new
                {
                    File = file,
                    author.Handle,
                    author.DisplayName,
                    Taker = (string?)taker.DisplayName,
                };
            var found = await rows.Take(Page<Row>.Size + 1).ToListAsync(cancellationToken);

            var ids = found.Select(row => row.File.Id).ToList();
            var reports = (
                await context
                    .Reports.Where(report => ids.Contains(report.CaseId) && report.WithdrawnAt == null)
                    .Select(report => new { report.CaseId, report.Category })
                    .ToListAsync(cancellationToken)
            ).ToLookup(report => report.CaseId, report => report.Category);
            var sameNotes = (
                await context
                    .SameNotes.Where(note => ids.Contains(note.CaseId))
                    .Select(note => note.CaseId)
                    .ToListAsync(cancellationToken)
            ).ToLookup(id => id);
            return cursors.Page(
                found,
                row => CursorOf(row.File, query.State),
                row =>
                {
                    var taken = row.File.TakerAt(now) is not null;
                    return new Row(
                        row.File.PublicId,
                        row.Handle,
                        row.DisplayName,
                        row.File.StateAt(now),
                        row.File.Weight,
                        taken ? row.Taker : null,
                        taken ? row.File.TakenUntil : null,
                        row.File.OpenedAt,
                        row.File.ClosedAt,
                        row.File.Upheld,
                        reports[row.File.Id].Count(),
                        [.. reports[row.File.Id].Distinct().Order()],
                        sameNotes[row.File.Id].Count()
                    );
                }
            );
        }

        private static Cursor CursorOf(Case file, CaseState state) =>
            new(file.Id)
            {
                At =
                    state == CaseState.Closed ? file.ClosedAt!.Value
                    : state == CaseState.Taken ? file.TakenUntil!.Value
                    : file.OpenedAt,
                Number = file.Weight,
            };

        private static IQueryable<Case> Waiting(IQueryable<Case> files, CaseStage stage, DateTime now, Cursor? after) =>
            files
                .Where(file =>
                    file.Stage == stage
                    && (file.TakenUntil == null || file.TakenUntil <= now)
                    && (
                        after == null
                        || file.Weight < after.Number
                        || (
                            file.Weight == after.Number
                            && (file.OpenedAt > after.At || (file.OpenedAt == after.At && file.Id > after.Id))
                        )
                    )
                )
                .OrderByDescending(file => file.Weight)
                .ThenBy(file => file.OpenedAt)
                .ThenBy(file => file.Id);

        private static IQueryable<Case> Taken(IQueryable<Case> files, DateTime now, Cursor? after) =>
            files
                .Where(file =>
                    file.TakenUntil > now
                    && (
                        after == null
                        || file.TakenUntil > after.At
                        || (file.TakenUntil == after.At && file.Id > after.Id)
                    )
                )
                .OrderBy(file => file.TakenUntil)
                .ThenBy(file => file.Id);

        private static IQueryable<Case> Closed(IQueryable<Case> files, Cursor? after) =>
            files
                .Where(file =>
                    file.Stage == CaseStage.Closed
                    && (after == null || file.ClosedAt < after.At || (file.ClosedAt == after.At && file.Id < after.Id))
                )
                .OrderByDescending(file => file.ClosedAt)
                .ThenByDescending(file => file.Id);
    }
}
