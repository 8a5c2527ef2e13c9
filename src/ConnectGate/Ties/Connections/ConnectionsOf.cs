using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>
/// The list of another member's connections, ordered by name, where that member lets the current member see it.
/// </summary>
public static class ConnectionsOf
{
    /// <summary>
    /// Null where the two are not connected or the other doesn't show their list to the current member.
    /// </summary>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle, string? Cursor = null) : IQuery<View?>;

    /// <summary>
    /// A page of the list. It contains only members whom the current member may find, and only where both ends of the
    /// connection agreed to be named.
    /// </summary>
    public sealed record View(string Handle, string DisplayName, Page<Row> Members);

    public sealed record Row(string Handle, string DisplayName, string Headline)
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var handle = People.Members.Handle.Of(query.Handle)?.Value;
            var owner = await (
                from connection in context.Connections.Live(now).Of(me)
                join other in context.Members
                    on connection.LowId == me ? connection.HighId : connection.LowId equals other.Id
                where
                    other.Handle == handle
                    && (
                        connection.LowId == me
                            ? connection.High.OtherMaySeeMyConnections
                            : connection.Low.OtherMaySeeMyConnections
                    )
                select new
                {
                    other.Id,
                    other.Handle,
                    other.DisplayName,
                }
            ).SingleOrDefaultAsync(cancellationToken);
            return owner is null
                ? null
                : new View(
                    owner.Handle,
                    owner.DisplayName,
                    await ListAsync(owner.Id, query.Cursor, now, cancellationToken)
                );
        }

        // Ordered by name. The cursor's id is the last member of the page before.
        private async Task<Page<Row>> ListAsync(
            long ownerId,
            string? cursor,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var named = context.Connections.Named(now).OthersOf(ownerId);
            var listed = context
                .Members.FindableBy(context, actor.Id, now)
                .Where(member =>
                    named.Contains(member.Id)
                    && member.Id != actor.Id
                    && !context.Absent(now).Any(one => one.MemberId == member.Id)
                );
            if (
                cursors.Read(cursor) is { Id: var last }
                && await listed.AnyAsync(member => member.Id == last, cancellationToken)
            )
            {
                var name = await context
                    .Members.Where(member => member.Id == last)
                    .Select(member => member.DisplayName)
                    .SingleAsync(cancellationToken);
#pragma warning disable CA1309 // The database compares and orders by the same collation.
                listed = listed.Where(member =>
                    string.Compare(member.DisplayName, name) > 0 || (member.DisplayName == name && member.Id > last)
                );
#pragma warning restore CA1309
            }

            var found = await listed
                .OrderBy(member => member.DisplayName)
                .ThenBy(member => member.Id)
                .Take(Page<Row>.Size + 1)
                .Select(member => new
                {
                    member.Id,
                    member.Handle,
                    member.DisplayName,
                    member.Headline,
                    member.PhotoVersion,
                })
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Id),
                row => new Row(row.Handle, row.DisplayName, row.Headline) { Photo = row.PhotoVersion }
            );
        }
    }
}
