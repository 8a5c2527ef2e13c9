using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>The audit log of moderators' and administrators' acts, the latest first.</summary>
public static class ReadAudit
{
    /// <param name="Filter">Null for the whole log.</param>
    [SentBy(Senders.Moderators)]
    public sealed record Query(AuditFilter? Filter = null, string? Cursor = null) : IQuery<Page<Row>?>;

    /// <summary>The log's current head, for somebody to keep outside of the database.</summary>
    [SentBy(Senders.Moderators)]
    public sealed record Head : IQuery<AuditHead?>;

    public sealed record Row(
        DateTime At,
        string? ActorHandle,
        string? ActorName,
        AuditAct Act,
        string? SubjectHandle,
        string? SubjectName,
        string? CaseId,
        string? GroupId,
        string? GroupName,
        string Reason
    );

    internal sealed class Handler(
        ConnectGateContext context,
        Cursors<Query> cursors,
        AuditReader reader,
        AuditChain chain
    ) : IRequestHandler<Query, Page<Row>?>, IRequestHandler<Head, AuditHead?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var entries = await reader.MatchingAsync(query.Filter ?? new AuditFilter(), cancellationToken);
            if (cursors.Read(query.Cursor) is { } after)
            {
                entries = entries.Where(entry => entry.At < after.At || (entry.At == after.At && entry.Id < after.Id));
            }

            var rows = context
                .Named(entries)
                .OrderByDescending(named => named.Entry.At)
                .ThenByDescending(named => named.Entry.Id);
            return cursors.Page(
                await rows.Take(Page<Row>.Size + 1).ToListAsync(cancellationToken),
                named => new Cursor(named.Entry.Id) { At = named.Entry.At },
                named => new Row(
                    named.Entry.At,
                    named.ActorHandle,
                    named.ActorName,
                    named.Entry.Act,
                    named.SubjectHandle,
                    named.SubjectName,
                    named.CaseId,
                    named.GroupId,
                    named.GroupName,
                    named.Entry.Reason
                )
            );
        }

        public async Task<AuditHead?> Handle(Head query, CancellationToken cancellationToken) =>
            await chain.HeadAsync(cancellationToken);
    }
}
