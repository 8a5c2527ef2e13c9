using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Connections;

/// <summary>The list of another member's connections, where they let the current member see it; by name.</summary>
public static class ConnectionsOf
{
    /// <summary>Null where the two are not connected or the other doesn't show their list to the current member.</summary>
    /// <param name="Handle">Whose.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    public sealed record Query(string Handle, string? Cursor = null) : IQuery<View?>;

    /// <summary>A page of the list; only those are on it where both ends of that connection agreed to be named.</summary>
    /// <param name="Handle">Whose list it is.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Members">Whom they are connected with.</param>
    public sealed record View(string Handle, string DisplayName, Page<Row> Members);

    /// <summary>One of them.</summary>
    public sealed record Row(string Handle, string DisplayName, string Headline);

    internal sealed class Handler : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
