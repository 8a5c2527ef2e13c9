using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Moderation.Recognition;

/// <summary>
/// The groups and gatherings that members made, for moderators to recognise. Who belongs to one is not shown but for
/// its organisers.
/// </summary>
public static class ReviewGroups
{
    /// <summary>A page of them, the newest first.</summary>
    /// <param name="Recognised">Whether those that are recognised, or those that are not.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    [SentBy(Senders.Moderators)]
    public sealed record Query(bool Recognised = false, string? Cursor = null) : IQuery<Page<Row>?>;

    /// <summary>One of them; null where there is none.</summary>
    /// <param name="Id">Its public id.</param>
    [SentBy(Senders.Moderators)]
    public sealed record One(string Id) : IQuery<GroupSeen?>;

    /// <summary>One in the list.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="MakerHandle">Who made it.</param>
    /// <param name="MakerName">Their name.</param>
    /// <param name="MadeAt">When.</param>
    /// <param name="Closed">Whether it is closed.</param>
    public sealed record Row(
        string Id,
        GroupKind Kind,
        string Name,
        string MakerHandle,
        string MakerName,
        DateTime MadeAt,
        bool Closed
    );

    internal sealed class Handler(ConnectGateContext context)
        : IRequestHandler<Query, Page<Row>?>,
            IRequestHandler<One, GroupSeen?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var groups = context.Groups.AsNoTracking().Where(made => (made.RecognisedAt != null) == query.Recognised);
            if (Cursor.Parse(query.Cursor) is { } after)
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
            return Cursor.Page(found, row => new Cursor(row.Row.MadeAt, row.Id), row => row.Row);
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
