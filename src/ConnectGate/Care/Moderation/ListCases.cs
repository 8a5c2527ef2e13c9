namespace ConnectGate.Care.Moderation;

/// <summary>The moderators' queue.</summary>
public static class ListCases
{
    /// <summary>A page of it, open ones oldest first, closed ones latest first.</summary>
    /// <param name="State">Which cases.</param>
    /// <param name="Cursor">Where the page begins, from the page before.</param>
    [SentBy(Senders.Moderators)]
    public sealed record Query(CaseState State = CaseState.Open, string? Cursor = null) : IQuery<Page<Row>?>;

    /// <summary>One case.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="AuthorHandle">Whom it is about.</param>
    /// <param name="AuthorName">Their name.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="OpenedAt">When the first report came.</param>
    /// <param name="ClosedAt">When it was decided, if it was.</param>
    /// <param name="Reports">How many reports it holds.</param>
    /// <param name="Categories">What for, each once.</param>
    /// <param name="SameNotes">How many letters of the author's others sent in nearly the same words.</param>
    public sealed record Row(
        string Id,
        string AuthorHandle,
        string AuthorName,
        CaseState State,
        DateTime OpenedAt,
        DateTime? ClosedAt,
        int Reports,
        IReadOnlyList<ReportCategory> Categories,
        int SameNotes
    );

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows =
                from file in context.Cases.AsNoTracking()
                where file.State == query.State
                join author in context.Members on file.AuthorId equals author.Id
                select new
                {
                    File = file,
                    author.Handle,
                    author.DisplayName,
                };
            var after = Cursor.Parse(query.Cursor);
            rows =
                query.State == CaseState.Open
                    ? rows.Where(row =>
                            after == null
                            || row.File.OpenedAt > after.Value.At
                            || (row.File.OpenedAt == after.Value.At && row.File.Id > after.Value.Id)
                        )
                        .OrderBy(row => row.File.OpenedAt)
                        .ThenBy(row => row.File.Id)
                    : rows.Where(row =>
                            after == null
                            || row.File.ClosedAt < after.Value.At
                            || (row.File.ClosedAt == after.Value.At && row.File.Id < after.Value.Id)
                        )
                        .OrderByDescending(row => row.File.ClosedAt)
                        .ThenByDescending(row => row.File.Id);
            var found = await rows.Take(Page<Row>.Size + 1).ToListAsync(cancellationToken);

            var ids = found.Select(row => row.File.Id).ToList();
            var reports = (
                await context
                    .Reports.Where(report => ids.Contains(report.CaseId))
                    .Select(report => new { report.CaseId, report.Category })
                    .ToListAsync(cancellationToken)
            ).ToLookup(report => report.CaseId, report => report.Category);
            var sameNotes = (
                await context
                    .SameNotes.Where(note => ids.Contains(note.CaseId))
                    .Select(note => note.CaseId)
                    .ToListAsync(cancellationToken)
            ).ToLookup(id => id);
            return Cursor.Page(
                found,
                row => new Cursor(row.File.ClosedAt ?? row.File.OpenedAt, row.File.Id),
                row => new Row(
                    row.File.PublicId,
                    row.Handle,
                    row.DisplayName,
                    row.File.State,
                    row.File.OpenedAt,
                    row.File.ClosedAt,
                    reports[row.File.Id].Count(),
                    [.. reports[row.File.Id].Distinct().Order()],
                    sameNotes[row.File.Id].Count()
                )
            );
        }
    }
}
