using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Noticeboards;

/// <summary>A group's noticeboard, to those who belong to it.</summary>
public static class ReadNoticeboard
{
    /// <summary>A page of it, the latest first. Null where the current member doesn't belong to the group.</summary>
    /// <param name="GroupId">The group's public id.</param>
    /// <param name="Cursor">Where to go on towards what is older; null for the latest.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string GroupId, string? Cursor = null) : IQuery<View?>;

    /// <summary>One post that the current member may read; null where they may not.</summary>
    /// <param name="Id">Its public id.</param>
    [SentBy(Senders.Members)]
    public sealed record One(string Id) : IQuery<OneView?>;

    /// <summary>The page.</summary>
    /// <param name="Posts">The posts.</param>
    /// <param name="MayPost">Whether I may post: the group is open, and I am not suspended.</param>
    public sealed record View(Page<Row> Posts, bool MayPost);

    /// <summary>One post.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="AuthorHandle">Who wrote it.</param>
    /// <param name="AuthorName">Their name.</param>
    /// <param name="Text">Plain text.</param>
    /// <param name="At">When.</param>
    /// <param name="Mine">Whether I wrote it.</param>
    /// <param name="MayRemove">Whether I may remove it: I wrote it, or organise the group.</param>
    public sealed record Row(
        string Id,
        string AuthorHandle,
        string AuthorName,
        string Text,
        DateTime At,
        bool Mine,
        bool MayRemove
    );

    /// <summary>A post by itself.</summary>
    /// <param name="GroupId">The public id of the group on whose noticeboard it is.</param>
    /// <param name="Post">The post.</param>
    public sealed record OneView(string GroupId, Row Post);

    internal sealed class Handler(ConnectGateContext context, Actor actor, MyGroups groups, PostsToMe posts)
        : IRequestHandler<Query, View?>,
            IRequestHandler<One, OneView?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await groups.FindAsync(query.GroupId, cancellationToken) is not { Group: var group })
            {
                return null;
            }

            var readable = posts.Readable(now).Where(seen => seen.Post.GroupId == group.Id);
            if (Cursor.Parse(query.Cursor) is { } before)
            {
                readable = readable.Where(seen => seen.Post.Id < before.Id);
            }

            var found = await readable
                .AsNoTracking()
                .OrderByDescending(seen => seen.Post.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return new View(
                Cursor.Page(found, seen => new Cursor(seen.Post.At, seen.Post.Id), seen => RowOf(seen, me)),
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
            );
    }
}
