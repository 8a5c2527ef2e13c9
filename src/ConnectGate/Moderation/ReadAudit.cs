using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Moderation;

/// <summary>The log of what moderators and administrators did, latest first.</summary>
public static class ReadAudit
{
    /// <summary>A page of it. Null for who may not moderate.</summary>
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>?>;

    /// <summary>One act.</summary>
    /// <param name="At">When.</param>
    /// <param name="ActorHandle">Who acted; null for a command on the server.</param>
    /// <param name="ActorName">Their name.</param>
    /// <param name="Act">What was done.</param>
    /// <param name="SubjectHandle">The member it concerns, if any.</param>
    /// <param name="SubjectName">Their name.</param>
    /// <param name="CaseId">The public id of the case it belongs to, if any.</param>
    /// <param name="Reason">Why; empty for a view.</param>
    public sealed record Row(
        DateTime At, string? ActorHandle, string? ActorName, AuditAct Act, string? SubjectHandle, string? SubjectName, string? CaseId, string Reason);

    internal sealed class Handler : IRequestHandler<Query, Page<Row>?>
    {
        public Task<Page<Row>?> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
