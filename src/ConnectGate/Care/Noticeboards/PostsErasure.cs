using ConnectGate.Foundation.Portability;

namespace ConnectGate.Care.Noticeboards;

/// <summary>What the member wrote on noticeboards.</summary>
internal sealed class PostsErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string> { [typeof(Post)] = "deleted" };

    public Task EraseAsync(Leaver leaver, CancellationToken cancellationToken) =>
        context.Posts.Where(post => post.AuthorId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
}
