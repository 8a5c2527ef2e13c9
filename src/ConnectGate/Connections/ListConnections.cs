using ConnectGate.Gate;
using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Connections;

/// <summary>The current member's own connections, latest first.</summary>
public static class ListConnections
{
    /// <summary>A page of them.</summary>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    /// <param name="Text">Only those in whose names or headline, or in whose "how we know each other", this occurs; null for all.</param>
    public sealed record Query(string? Cursor = null, string? Text = null) : IQuery<Page<Row>>;

    /// <summary>One connection.</summary>
    /// <param name="Handle">The other's handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">Their headline; may be empty.</param>
    /// <param name="Since">Since when the two are connected.</param>
    /// <param name="AskedByMe">Whether I asked.</param>
    /// <param name="Reason">Why the asker asked.</param>
    /// <param name="ReasonDetail">What completed it.</param>
    /// <param name="HowWeKnowEachOther">My own words about it; may be empty.</param>
    /// <param name="OtherMaySeeMyConnections">Whether I let them see my connections.</param>
    /// <param name="MayBeNamedAsLink">Whether I may be named as the link.</param>
    public sealed record Row(
        string Handle, string DisplayName, string Headline, DateTime Since, bool AskedByMe, Reason Reason, string ReasonDetail,
        string HowWeKnowEachOther, bool OtherMaySeeMyConnections, bool MayBeNamedAsLink);

    internal sealed class Handler : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
