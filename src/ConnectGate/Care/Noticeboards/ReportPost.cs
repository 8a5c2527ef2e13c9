using ConnectGate.Care.Moderation;

namespace ConnectGate.Care.Noticeboards;

/// <summary>A member reports a post to the moderators. The author gets no notice.</summary>
public static class ReportPost
{
    /// <summary>
    /// Opens the case on the post's author or joins the open one, with the post as evidence. Not found where the
    /// current member cannot read the post or wrote it. Refused: <c>already-reported</c>, <c>category-missing</c>,
    /// <c>comment-too-long</c>.
    /// </summary>
    /// <param name="Comment">Optional.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, ReportCategory? Category, string? Comment) : ICommand<Done>, IReport;

    internal sealed class Validator : ReportValidator<Command>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, PostsToMe posts)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var found = await posts
                .Readable(now)
                .SingleOrDefaultAsync(
                    seen => seen.Post.PublicId == command.Id && seen.Author.Id != me,
                    cancellationToken
                );
            if (found is null)
            {
                return Outcome<Done>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, me, found.Author.Id);
            if (
                await context.Reports.AnyAsync(
                    report => report.PostId == found.Post.Id && report.ReporterId == me,
                    cancellationToken
                )
            )
            {
                return Outcome<Done>.Refused([new Refusal("already-reported", "", Words.Of("already-reported-post"))]);
            }

            context.Reports.Add(
                new Report
                {
                    Case = await CaseFile.OpenAsync(context, found.Author.Id, now, cancellationToken),
                    ReporterId = me,
                    PostId = found.Post.Id,
                    Category = command.Category!.Value,
                    Comment = VisibleText.Clean(command.Comment),
                    Evidence = Evidence.OfPost(found.Author, found.Group.Name, found.Post.Text, found.Post.At).ToJson(),
                    At = now,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
