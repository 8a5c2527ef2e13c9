using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Noticeboards;

/// <summary>
/// The posts that the current member may read: those of their own groups, without authors who are absent or whom a
/// block separates from them, as far as they may notice it. Every other post is not found.
/// </summary>
internal sealed class PostsToMe(ConnectGateContext context, Actor actor)
{
    public IQueryable<Seen> Readable(DateTime now)
    {
        var me = actor.Id;
        var blocked = context.Blocks.ShownTo(me, now);
        var absent = context.Absent(now);
        return from post in context.Posts
            join mine in context.Memberships on post.GroupId equals mine.GroupId
            where
                mine.MemberId == me
                && !blocked.Contains(post.AuthorId)
                && (post.AuthorId == me || !absent.Any(one => one.MemberId == post.AuthorId))
            join author in context.Members on post.AuthorId equals author.Id
            select new Seen
            {
                Post = post,
                Group = mine.Group,
                Mine = mine,
                Author = author,
            };
    }

    /// <summary>A post, its group and author, and the reader's membership.</summary>
    internal sealed class Seen
    {
        public required Post Post { get; init; }
        public required Group Group { get; init; }
        public required Membership Mine { get; init; }
        public required Member Author { get; init; }
    }
}
