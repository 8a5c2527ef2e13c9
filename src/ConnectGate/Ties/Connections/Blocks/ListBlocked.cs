namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>The members whom the current member blocks, latest first.</summary>
public static class ListBlocked
{
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    public sealed record Row(string Handle, string DisplayName, DateTime Since)
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows =
                from block in context.Blocks.By(actor.Id)
                join blocked in context.Members on block.BlockedId equals blocked.Id
                select new
                {
                    block.Id,
                    block.At,
                    blocked.Handle,
                    blocked.DisplayName,
                    blocked.PhotoVersion,
                };
            if (cursors.Read(query.Cursor) is { } after)
            {
                rows = rows.Where(row => row.At < after.At || (row.At == after.At && row.Id < after.Id));
            }

            var found = await rows.OrderByDescending(row => row.At)
                .ThenByDescending(row => row.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Id) { At = row.At },
                row => new Row(row.Handle, row.DisplayName, row.At) { Photo = row.PhotoVersion }
            );
        }
    }
}
