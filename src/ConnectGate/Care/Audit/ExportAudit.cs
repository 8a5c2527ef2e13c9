using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>
/// An administrator takes entries of the audit log out of it. The log records this, because a file leaves the reach of
/// the product's rules.
/// </summary>
public static class ExportAudit
{
    /// <summary>The entries of one <see cref="Query"/>.</summary>
    public const int PageSize = 1_000;

    /// <summary>Records the export with its filter. Send it before the first <see cref="Query"/>.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ExportedAudit)]
    public sealed record Command(AuditFilter Filter) : ICommand<Done>;

    /// <summary>
    /// One page, the oldest entries first. The entry of the head always comes last, so that the file ends with the
    /// head.
    /// </summary>
    /// <param name="Head">The log's head at the beginning of the export. Later entries are left out.</param>
    /// <param name="After">The last number of the previous page; 0 for the first page.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Query(AuditFilter Filter, AuditHead Head, long After = 0) : IQuery<IReadOnlyList<Row>?>;

    /// <param name="Hash">Null for entries of versions that did not chain them.</param>
    public sealed record Row(
        long Number,
        DateTime At,
        AuditAct Act,
        string? ActorHandle,
        string? ActorName,
        string? SubjectHandle,
        string? SubjectName,
        string? CaseId,
        string? GroupId,
        string? GroupName,
        string Reason,
        string? Hash
    );

    internal sealed class Handler(ConnectGateContext context, AuditReader reader, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>,
            IRequestHandler<Query, IReadOnlyList<Row>?>
    {
        public Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            trail.Tell(AuditAct.ExportedAudit, reason: command.Filter.ToString());
            return Task.FromResult(Outcome<Done>.Of(default));
        }

        public async Task<IReadOnlyList<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var matching = (await reader.MatchingAsync(query.Filter, cancellationToken)).Where(entry =>
                entry.Id > query.After && entry.Id < query.Head.Number
            );
            var rows = await ReadAsync(matching, cancellationToken);
            if (rows.Count < PageSize && query.After < query.Head.Number)
            {
                rows.AddRange(
                    await ReadAsync(context.Audit.Where(entry => entry.Id == query.Head.Number), cancellationToken)
                );
            }

            return rows;
        }

        private Task<List<Row>> ReadAsync(IQueryable<AuditEntry> entries, CancellationToken cancellationToken) =>
            context
                .Named(entries)
                .OrderBy(named => named.Entry.Id)
                .Take(PageSize)
                .Select(named => new Row(
                    named.Entry.Id,
                    named.Entry.At,
                    named.Entry.Act,
                    named.ActorHandle,
                    named.ActorName,
                    named.SubjectHandle,
                    named.SubjectName,
                    named.CaseId,
                    named.GroupId,
                    named.GroupName,
                    named.Entry.Reason,
                    named.Entry.Hash
                ))
                .ToListAsync(cancellationToken);
    }
}
