using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Connections;

/// <summary>Whom the current member blocks, latest first.</summary>
public static class ListBlocked
{
    /// <summary>A page of them.</summary>
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    /// <summary>One of them.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Since">Since when.</param>
    public sealed record Row(string Handle, string DisplayName, DateTime Since);

    internal sealed class Handler : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
