namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A member's own reports, the latest first, each with what came of it.</summary>
public static class ListMyReports
{
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    /// <param name="AuthorName">The author's name when it was reported.</param>
    /// <param name="Text">The reported words.</param>
    public sealed record Row(
        string Id,
        ReportedKind Kind,
        ReportCategory Category,
        string AuthorName,
        string Text,
        DateTime At,
        Answer Answer
    );

    /// <summary>What the reporter learns: never which measure, and never who decided.</summary>
    public enum Answer
    {
        UnderReview,
        ActedOn,
        NoBreach,
        Withdrawn,
    }

    /// <param name="upheld">Whether its case was upheld; null while it is open.</param>
    internal static Answer AnswerTo(Report report, bool? upheld) =>
        report.WithdrawnAt is not null ? Answer.Withdrawn
        : upheld is not { } decided ? Answer.UnderReview
        : decided ? Answer.ActedOn
        : Answer.NoBreach;

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            var reports = context.Reports.AsNoTracking().Where(report => report.ReporterId == me);
            if (cursors.Read(query.Cursor) is { } after)
            {
                reports = reports.Where(report => report.Id < after.Id);
            }

            var found = await reports
                .OrderByDescending(report => report.Id)
                .Take(Page<Row>.Size + 1)
                .Select(report => new { Report = report, report.Case.Upheld })
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Report.Id),
                row =>
                {
                    var evidence = Evidence.FromJson(row.Report.Evidence);
                    return new Row(
                        row.Report.PublicId,
                        row.Report.Kind,
                        row.Report.Category,
                        evidence.NameWhenReported,
                        evidence.Note,
                        row.Report.At,
                        AnswerTo(row.Report, row.Upheld)
                    );
                }
            );
        }
    }
}
