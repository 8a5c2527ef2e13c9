namespace ConnectGate.Care.Moderation.Measures;

/// <summary>The appeals that wait for a moderator, oldest first.</summary>
public static class ListAppeals
{
    [SentBy(Senders.Moderators)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>?>;

    /// <param name="Id">The public id of the measure.</param>
    /// <param name="CaseId">The public id of its case.</param>
    public sealed record Row(
        string Id,
        string CaseId,
        string MemberHandle,
        string MemberName,
        MeasureKind Kind,
        string Rule,
        DateTime AppealedAt
    );

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var after = cursors.Read(query.Cursor);
            var found = await (
                from measure in context.Measures
                where measure.AppealedAt != null && measure.AppealAnsweredAt == null
                where
                    after == null
                    || measure.AppealedAt > after.At
                    || (measure.AppealedAt == after.At && measure.Id > after.Id)
                join member in context.Members on measure.MemberId equals member.Id
                join file in context.Cases on measure.CaseId equals file.Id
                orderby measure.AppealedAt, measure.Id
                select new
                {
                    measure.Id,
                    Row = new Row(
                        measure.PublicId,
                        file.PublicId,
                        member.Handle,
                        member.DisplayName,
                        measure.Kind,
                        measure.Rule,
                        measure.AppealedAt!.Value
                    ),
                }
            )
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(found, row => new Cursor(row.Id) { At = row.Row.AppealedAt }, row => row.Row);
        }
    }
}
