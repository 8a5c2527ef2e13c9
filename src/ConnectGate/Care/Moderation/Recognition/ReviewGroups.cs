using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Moderation.Recognition;

/// <summary>
/// The groups and gatherings, for moderators to recognise. Shows the organisers and no other members.
/// </summary>
public static class ReviewGroups
{
    /// <summary>One page, the newest first.</summary>
    [SentBy(Senders.Moderators)]
    public sealed record Query(bool Recognised = false, string? Cursor = null) : IQuery<Page<Row>?>;

    [SentBy(Senders.Moderators)]
    public sealed record One(string Id) : IQuery<GroupSeen?>;

    public sealed record Row(
        string Id,
        GroupKind Kind,
        string Name,
        string MakerHandle,
        string MakerName,
        DateTime MadeAt,
        bool Closed
    );

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>?>,
            IRequestHandler<One, GroupSeen?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var groups = context.Groups.AsNoTracking().Where(made => (made.RecognisedAt != null) == query.Recognised);
            if (cursors.Read(query.Cursor) is { } after)
            {
                groups = groups.Where(made =>
                    made.MadeAt < after.At || (made.MadeAt == after.At && made.Id < after.Id)
                );
            }

            var found = await (
                from made in groups
                join maker in context.Members on made.MadeById equals maker.Id
                orderby made.MadeAt descending, made.Id descending
                select new
                {
                    made.Id,
                    Row = new Row(
                        made.PublicId,
                        made.Kind,
                        made.Name,
                        maker.Handle,
                        maker.DisplayName,
                        made.MadeAt,
                        made.ClosedAt != null
                    ),
                }
            )
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(found, row => new Cursor(row.Id) { At = row.Row.MadeAt }, row => row.Row);
        }

        public async Task<GroupSeen?> Handle(One query, CancellationToken cancellationToken) =>
            await context
                .Groups.AsNoTracking()
                .SingleOrDefaultAsync(made => made.PublicId == query.Id, cancellationToken)
                is { } found
                ? await GroupSeen.OfAsync(context, found, cancellationToken)
                : null;
    }
}
