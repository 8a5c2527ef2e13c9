using ConnectGate.Foundation.Text.Characters;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Conversations;

/// <summary>The current member's conversations, the latest message first.</summary>
public static class ListConversations
{
    /// <summary>The most visible characters of the last message in a row.</summary>
    public const int FirstLinesLength = 160;

    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    /// <param name="FirstLines">The beginning of the last message, at most <see cref="FirstLinesLength"/> visible
    /// characters. Blanks replace line breaks.</param>
    /// <param name="LastByMe">Whether I wrote the last message.</param>
    /// <param name="LastAt">When the last message was written.</param>
    /// <param name="Unread">Whether the other member wrote a message that I have not marked as read.</param>
    /// <param name="MayWrite">The two are connected, and I am not suspended.</param>
    public sealed record Row(
        string Handle,
        string DisplayName,
        string FirstLines,
        bool LastByMe,
        DateTime LastAt,
        bool Unread,
        bool MayWrite
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>>
    {
        // The most code points that the first lines can need.
        private const int Beginning = FirstLinesLength * VisibleText.CodePointsPerCharacter;

        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var suspended = await context.Suspensions.IsSuspendedAsync(me, now, cancellationToken);
            var live = context.Connections.Live(now);
            var rows =
                from conversation in context.Conversations
                where conversation.LowId == me || conversation.HighId == me
                let last = context
                    .Messages.Where(message => message.ConversationId == conversation.Id && message.VisibleFrom <= now)
                    .Max(message => (long?)message.Id)
                where last != null
                join message in context.Messages on last equals message.Id
                join other in context.Members
                    on conversation.LowId == me ? conversation.HighId : conversation.LowId equals other.Id
                select new
                {
                    message.Id,
                    message.WrittenAt,
                    message.AuthorId,
                    Text = message.Text.Substring(0, Beginning),
                    other.Handle,
                    other.DisplayName,
                    other.PhotoVersion,
                    Unread = context.Messages.Any(unread =>
                        unread.ConversationId == conversation.Id
                        && unread.VisibleFrom <= now
                        && unread.AuthorId != me
                        && unread.Kind != MessageKind.Note
                        && unread.Id > (conversation.LowId == me ? conversation.LowReadUpTo : conversation.HighReadUpTo)
                    ),
                    Connected = live.Any(connection =>
                        connection.LowId == conversation.LowId && connection.HighId == conversation.HighId
                    ),
                };
            if (cursors.Read(query.Cursor) is { } after)
            {
                rows = rows.Where(row => row.Id < after.Id);
            }

            var found = await rows.OrderByDescending(row => row.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Id),
                row => new Row(
                    row.Handle,
                    row.DisplayName,
                    FirstLines.Of(row.Text, FirstLinesLength),
                    row.AuthorId == me,
                    row.WrittenAt,
                    row.Unread,
                    row.Connected && !suspended
                )
                {
                    Photo = row.PhotoVersion,
                }
            );
        }
    }
}
