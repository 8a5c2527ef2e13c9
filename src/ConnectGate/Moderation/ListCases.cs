using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Moderation;

/// <summary>The moderators' queue.</summary>
public static class ListCases
{
    /// <summary>A page of it, open ones oldest first, closed ones latest first. Null for who may not moderate.</summary>
    /// <param name="State">Which cases.</param>
    /// <param name="Cursor">Where the page begins, from the page before.</param>
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
    public sealed record Row(
        string Id, string AuthorHandle, string AuthorName, CaseState State, DateTime OpenedAt, DateTime? ClosedAt, int Reports,
        IReadOnlyList<ReportCategory> Categories);

    internal sealed class Handler : IRequestHandler<Query, Page<Row>?>
    {
        public Task<Page<Row>?> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
