namespace ConnectGate.Care.Noticeboards;

/// <summary>A post goes from a noticeboard: its author or an organiser removes it.</summary>
public static class RemovePost
{
    /// <summary>
    /// Removes it. Not found where the current member can't read it, or neither wrote it nor organises the group.
    /// </summary>
    /// <param name="Id">Its public id.</param>
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
