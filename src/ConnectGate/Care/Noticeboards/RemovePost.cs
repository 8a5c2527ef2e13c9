namespace ConnectGate.Care.Noticeboards;

/// <summary>The author or an organiser removes a post from a noticeboard.</summary>
public static class RemovePost
{
    /// <summary>
    /// Not found where the current member cannot read the post, and where they neither wrote it nor organise the group.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, PostsToMe posts)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await posts
                .Readable(actor.Now)
                .SingleOrDefaultAsync(seen => seen.Post.PublicId == command.Id, cancellationToken);
            if (found is null || (found.Author.Id != actor.Id && !found.Mine.IsOrganiser))
            {
                return Outcome<Done>.NotFound();
            }

            context.Posts.Remove(found.Post);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
