namespace ConnectGate.Care.Moderation;

public static class ListCases
{
    /// <summary>One page: open cases oldest first, closed ones latest first.</summary>
    [SentBy(Senders.Moderators)]
    public sealed record Query(CaseState State = CaseState.Open, string? Cursor = null) : IQuery<Page<Row>?>;

    /// <param name="SameNotes">How many letters of the author are nearly the same as other members' letters.</param>
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

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>?>
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
            var after = cursors.Read(query.Cursor);
            rows =
                query.State == CaseState.Open
                    ? rows.Where(row =>
                            after == null
                            || row.File.OpenedAt > after.At
                            || (row.File.OpenedAt == after.At && row.File.Id > after.Id)
                        )
                        .OrderBy(row => row.File.OpenedAt)
                        .ThenBy(row => row.File.Id)
                    : rows.Where(row =>
                            after == null
                            || row.File.ClosedAt < after.At
                            || (row.File.ClosedAt == after.At && row.File.Id < after.Id)
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
            return cursors.Page(
                found,
                row => new Cursor(row.File.Id) { At = row.File.ClosedAt ?? row.File.OpenedAt },
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
