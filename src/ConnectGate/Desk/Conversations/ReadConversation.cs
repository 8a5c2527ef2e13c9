namespace ConnectGate.Desk.Conversations;

/// <summary>
/// The conversation of the current member with another. It can still be read after their connection has ended.
/// </summary>
public static class ReadConversation
{
    /// <summary>
    /// One page, the latest messages first. Null where the current member can read no message. Does not mark messages
    /// as read: see <see cref="MarkConversationRead"/>.
    /// </summary>
    /// <param name="Cursor">Continues with older messages; null for the latest.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle, string? Cursor = null) : IQuery<View?>;

    /// <param name="Messages">Within a page the oldest message comes first. The next page has older messages.</param>
    /// <param name="MayWrite">The two are connected, and I am not suspended.</param>
    /// <param name="FirstUnreadId">The other member's first message that I have not marked as read, on any page; null
    /// where there is none.</param>
    public sealed record View(
        string Handle,
        string DisplayName,
        Page<Line> Messages,
        bool MayWrite,
        string? FirstUnreadId
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    /// <param name="IsNote">Whether it is the note of a request.</param>
    /// <param name="IsAnswer">Whether it is the answer that was sent with an acceptance.</param>
    /// <param name="IsTalk">Whether it was written before the two were connected. These messages follow the note of
    /// their letter and do not count towards the page size.</param>
    public sealed record Line(
        string Id,
        bool Mine,
        string Text,
        DateTime At,
        bool IsNote,
        bool IsAnswer,
        bool IsTalk = false
    );

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        MyConversations conversations,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (
                await conversations.WithAsync(query.Handle, now, cancellationToken) is not ({ } conversation, { } other)
            )
            {
                return null;
            }

            var messages = conversations.Visible(conversation.Id, now).AsNoTracking();
            if (cursors.Read(query.Cursor) is { } before)
            {
                messages = messages.Where(message => message.Id < before.Id);
            }

            var me = actor.Id;
            var found = await messages
                .OrderByDescending(message => message.Id)
                .Take(Page<Line>.Size + 1)
                .ToListAsync(cancellationToken);
            var page = cursors.Page(
                found,
                message => new Cursor(message.Id),
                message => new Line(
                    message.PublicId,
                    message.AuthorId == me,
                    message.Text,
                    message.WrittenAt,
                    message.Kind == MessageKind.Note,
                    message.Kind == MessageKind.Answer
                )
            );
            var firstUnread = await conversations
                .Unread(conversation, me, now)
                .OrderBy(message => message.Id)
                .Select(message => message.PublicId)
                .FirstOrDefaultAsync(cancellationToken);
            var mayWrite =
                await conversations.ConnectedWithAsync(other.Id, now, cancellationToken)
                && !await context.Suspensions.IsSuspendedAsync(me, now, cancellationToken);
            var talks = await TalksAsync(
                [.. found.Where(message => message.Kind == MessageKind.Note).Select(message => message.RequestId)],
                cancellationToken
            );
            var lines = page
                .Items.Zip(found)
                .Reverse()
                .SelectMany(line =>
                    line.Second.Kind == MessageKind.Note
                        ? [line.First, .. talks[line.Second.RequestId]]
                        : new[] { line.First }
                );
            return new View(other.Handle, other.DisplayName, page with { Items = [.. lines] }, mayWrite, firstUnread)
            {
                Photo = other.PhotoVersion,
            };
        }

        // Talk messages belong to their letter, so undoing an acceptance does not remove them.
        private async Task<ILookup<long?, Line>> TalksAsync(List<long?> requestIds, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            var messages = await context
                .TalkMessages.AsNoTracking()
                .Where(message =>
                    requestIds.Contains(message.RequestId) && (message.IsDelivered || message.AuthorId == me)
                )
                .OrderBy(message => message.Id)
                .ToListAsync(cancellationToken);
            return messages.ToLookup(
                message => (long?)message.RequestId,
                message => new Line(
                    message.PublicId,
                    message.AuthorId == me,
                    message.Text,
                    message.WrittenAt,
                    IsNote: false,
                    IsAnswer: false,
                    IsTalk: true
                )
            );
        }
    }
}
