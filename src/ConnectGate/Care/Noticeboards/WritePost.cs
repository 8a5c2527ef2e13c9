using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Noticeboards;

/// <summary>A member posts on the noticeboard of a group they belong to.</summary>
public static class WritePost
{
    /// <summary>
    /// Posts. Not found where the current member doesn't belong to the group. Refused: <c>suspended</c>,
    /// <c>group-closed</c>; at the field <c>text</c> <c>post-missing</c>, <c>post-too-long</c>, <c>abuse</c>,
    /// <c>sales-pitch</c>: many read it who don't know its writer.
    /// </summary>
    /// <param name="GroupId">The group's public id.</param>
    /// <param name="Text">1 to 1,000 visible characters, plain text.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string GroupId, string? Text) : ICommand<Receipt>;

    /// <summary>The post.</summary>
    /// <param name="Id">Its public id.</param>
    public sealed record Receipt(string Id);

    /// <summary>How long a post may be.</summary>
    public static TextLimit Limit => Post.Limit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines) => RuleFor(command => command.Text).ForStrangers(Post.Limit, lines);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, MyGroups groups)
        : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockAsync(command.GroupId, cancellationToken) is not { Group: var group })
            {
                return Outcome<Receipt>.NotFound();
            }

            var now = actor.Now;
            if (group.ClosedAt is not null)
            {
                return Outcome<Receipt>.Refused([new Refusal("group-closed", "", Words.Of("group-closed"))]);
            }

            var post = new Post
            {
                GroupId = group.Id,
                AuthorId = actor.Id,
                Text = VisibleText.Clean(command.Text),
                At = now,
            };
            context.Posts.Add(post);
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(post.PublicId);
        }
    }
}
