using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Noticeboards;

/// <summary>A group's noticeboard, for the group's members.</summary>
public static class ReadNoticeboard
{
    /// <summary>One page, the latest post first. Null where the current member does not belong to the group.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string GroupId, string? Cursor = null) : IQuery<View?>;

    /// <summary>One post. Null where the current member may not read it.</summary>
    [SentBy(Senders.Members)]
    public sealed record One(string Id) : IQuery<OneView?>;

    /// <param name="MayPost">The group is open, and I am not suspended.</param>
    public sealed record View(Page<Row> Posts, bool MayPost);

    /// <param name="MayRemove">I wrote it, or I am an organiser of the group.</param>
    public sealed record Row(
        string Id,
        string AuthorHandle,
        string AuthorName,
        string Text,
        DateTime At,
        bool Mine,
        bool MayRemove
    )
    {
        /// <summary>The version of the author's photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    public sealed record OneView(string GroupId, Row Post);

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        MyGroups groups,
        PostsToMe posts,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, View?>, IRequestHandler<One, OneView?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await groups.FindAsync(query.GroupId, cancellationToken) is not { Group: var group })
            {
                return null;
            }

            var readable = posts.Readable(now).Where(seen => seen.Post.GroupId == group.Id);
            if (cursors.Read(query.Cursor) is { } before)
            {
                readable = readable.Where(seen => seen.Post.Id < before.Id);
            }

            var found = await readable
                .AsNoTracking()
                .OrderByDescending(seen => seen.Post.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return new View(
                cursors.Page(found, seen => new Cursor(seen.Post.Id), seen => RowOf(seen, me)),
                group.ClosedAt is null && !await context.Suspensions.IsSuspendedAsync(me, now, cancellationToken)
            );
        }

        public async Task<OneView?> Handle(One query, CancellationToken cancellationToken) =>
            await posts
                .Readable(actor.Now)
                .AsNoTracking()
                .SingleOrDefaultAsync(seen => seen.Post.PublicId == query.Id, cancellationToken)
                is { } seen
                ? new OneView(seen.Group.PublicId, RowOf(seen, actor.Id))
                : null;

        private static Row RowOf(PostsToMe.Seen seen, long me) =>
            new(
                seen.Post.PublicId,
                seen.Author.Handle,
                seen.Author.DisplayName,
                seen.Post.Text,
                seen.Post.At,
                seen.Author.Id == me,
                seen.Author.Id == me || seen.Mine.IsOrganiser
            )
            {
                Photo = seen.Author.PhotoVersion,
            };
    }
}
