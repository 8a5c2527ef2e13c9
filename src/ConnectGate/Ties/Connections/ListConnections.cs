using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>The current member's own connections, latest first.</summary>
public static class ListConnections
{
    /// <param name="Cursor">Null for the first page.</param>
    /// <param name="Text">Keeps only members whose names, handle or headline contain every word, whatever its case and
    /// accents; null for all members.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null, string? Text = null) : IQuery<Page<Row>>;

    /// <param name="Headline">May be empty.</param>
    /// <param name="Since">When the connection became valid.</param>
    /// <param name="Reason">The reason that the asker chose.</param>
    /// <param name="ReasonDetail">The asker's words that complete the reason.</param>
    /// <param name="HowWeKnowEachOther">My own private words; may be empty.</param>
    /// <param name="OtherMaySeeMyConnections">Whether I let the other member see my connections.</param>
    /// <param name="MayBeNamedAsLink">Whether I agreed to be named as a link.</param>
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
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    /// <summary>In characters. The rest of a longer search text is ignored.</summary>
    public const int LongestText = 100;

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>>
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
                    other.PhotoVersion,
                    other.SearchText,
                };
            foreach (var word in SearchText.Words(query.Text, LongestText))
            {
                rows = rows.Where(row => row.SearchText.Contains(word));
            }

            if (cursors.Read(query.Cursor) is { } after)
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
            return cursors.Page(
                found,
                row => new Cursor(row.connection.Id) { At = row.connection.ValidFrom },
                row =>
                    Seen(row.connection, row.connection.SideOf(me), row.Handle, row.DisplayName, row.Headline) with
                    {
                        Photo = row.PhotoVersion,
                    }
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
