using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;

namespace ConnectGate.Care.Noticeboards;

/// <summary>Posts as texts that members report.</summary>
internal sealed class PostText(ConnectGateContext context, Actor actor, PostsToMe posts) : IReportable
{
    public ReportedKind Kind => ReportedKind.Post;

    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await posts
            .Readable(actor.Now)
            .SingleOrDefaultAsync(seen => seen.Post.PublicId == id, cancellationToken);
        return found is null
            ? null
            : new ReportableText(
                found.Post.Id,
                found.Author,
                Evidence.OfText(found.Author, found.Group.Name, found.Post.Text, found.Post.At)
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        context
            .Posts.Where(post => post.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.Text, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        context
            .Posts.Where(post => post.Id == subjectId && post.Text == instead)
            .ExecuteUpdateAsync(set => set.SetProperty(post => post.Text, reported.Note), cancellationToken);
}
