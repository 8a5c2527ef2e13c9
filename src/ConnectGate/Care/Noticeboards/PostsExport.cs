using ConnectGate.Foundation.Portability;

namespace ConnectGate.Care.Noticeboards;

/// <summary>What the member wrote on noticeboards.</summary>
internal sealed class PostsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Post)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "posts",
                from post in context.Posts
                where post.AuthorId == memberId
                join postedIn in context.Groups on post.GroupId equals postedIn.Id
                orderby post.Id
                select new
                {
                    Group = postedIn.Name,
                    post.Text,
                    post.At,
                },
                row => row
            ),
        ];
}
