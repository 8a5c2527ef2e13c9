using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>The current member's own connections, latest first.</summary>
public static class ListConnections
{
    /// <summary>A page of them.</summary>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    /// <param name="Text">Only those in whose names, handle or headline all its words occur, whatever their case and
    /// accents; null for all.</param>
    [SentBy(Senders.Members)]
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
        string Handle,
        string DisplayName,
        string Headline,
        DateTime Since,
        bool AskedByMe,
        Reason Reason,
        string ReasonDetail,
        string HowWeKnowEachOther,
        bool OtherMaySeeMyConnections,
        bool MayBeNamedAsLink
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, Page<Row>>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            var rows =
                from connection in context.Connections.Live(actor.Now).Of(me)
                join other in context.Members
                    on connection.LowId == me ? connection.HighId : connection.LowId equals other.Id
                select new
                {
                    connection,
                    other.Handle,
                    other.DisplayName,
                    other.Headline,
                    other.SearchText,
                };
            foreach (var word in SearchText.Fold(query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                rows = rows.Where(row => row.SearchText.Contains(word));
            }

            if (Cursor.Parse(query.Cursor) is { } after)
            {
                rows = rows.Where(row =>
                    row.connection.ValidFrom < after.At
                    || (row.connection.ValidFrom == after.At && row.connection.Id < after.Id)
                );
            }

            var found = await rows.AsNoTracking()
                .OrderByDescending(row => row.connection.ValidFrom)
                .ThenByDescending(row => row.connection.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return Cursor.Page(
                found,
                row => new Cursor(row.connection.ValidFrom, row.connection.Id),
                row => Seen(row.connection, row.connection.SideOf(me), row.Handle, row.DisplayName, row.Headline)
            );
        }

        private Row Seen(Connection connection, Side mine, string handle, string displayName, string headline) =>
            new(
                handle,
                displayName,
                headline,
                connection.ValidFrom,
                connection.AskedById == actor.Id,
                connection.Reason,
                connection.ReasonDetail,
                mine.HowWeKnowEachOther,
                mine.OtherMaySeeMyConnections,
                mine.MayBeNamedAsLink
            );
    }
}
