using ConnectGate.Ties.Groups;

namespace ConnectGate.Care.Noticeboards;

/// <summary>A member posts on the noticeboard of a group they belong to.</summary>
public static class WritePost
{
    /// <summary>
    /// Not found where the current member does not belong to the group. Refused: <c>suspended</c>, <c>group-closed</c>;
    /// at the field <c>text</c>: <c>post-missing</c>, <c>post-too-long</c>, <c>abuse</c>. The last applies because many
    /// readers do not know the writer.
    /// </summary>
    /// <param name="Text">Plain text, within <see cref="Limit"/>.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string GroupId, string? Text) : ICommand<Receipt>;

    public sealed record Receipt(string Id);

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
