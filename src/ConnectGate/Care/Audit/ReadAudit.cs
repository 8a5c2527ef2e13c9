using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>The audit log of moderators' and administrators' acts, the latest first.</summary>
public static class ReadAudit
{
    [SentBy(Senders.Moderators)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>?>;

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

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var entries = context.Audit.AsNoTracking();
            if (cursors.Read(query.Cursor) is { } after)
            {
                entries = entries.Where(entry => entry.At < after.At || (entry.At == after.At && entry.Id < after.Id));
            }

            var rows =
                from entry in entries
                join author in context.Members on entry.ActorId equals (long?)author.Id into authors
                from author in authors.DefaultIfEmpty()
                join subject in context.Members on entry.SubjectId equals (long?)subject.Id into subjects
                from subject in subjects.DefaultIfEmpty()
                join file in context.Cases on entry.CaseId equals (long?)file.Id into files
                from file in files.DefaultIfEmpty()
                join concerned in context.Groups on entry.GroupId equals (long?)concerned.Id into concernedGroups
                from concerned in concernedGroups.DefaultIfEmpty()
                orderby entry.At descending, entry.Id descending
                select new
                {
                    entry.Id,
                    Row = new Row(
                        entry.At,
                        (string?)author.Handle,
                        (string?)author.DisplayName,
                        entry.Act,
                        (string?)subject.Handle,
                        (string?)subject.DisplayName,
                        (string?)file.PublicId,
                        (string?)concerned.PublicId,
                        (string?)concerned.Name,
                        entry.Reason
                    ),
                };
            return cursors.Page(
                await rows.Take(Page<Row>.Size + 1).ToListAsync(cancellationToken),
                row => new Cursor(row.Id) { At = row.Row.At },
                row => row.Row
            );
        }
    }
}
