using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Conversations;

/// <summary>
/// Finds the current member's conversation with another member, if it has a message that they can read.
/// </summary>
internal sealed class MyConversations(ConnectGateContext context, Actor actor)
{
    /// <summary>Null where the two have no conversation, or no message in it is visible yet.</summary>
    public async Task<Found?> WithAsync(string handle, DateTime now, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        if (
            Handle.Of(handle) is not { Value: var value }
            || await context
                .Members.AsNoTracking()
                .SingleOrDefaultAsync(member => member.Handle == value, cancellationToken)
                is not { } other
            || other.Id == me
        )
        {
            return null;
        }

        var pair = Pair.Of(me, other.Id);

        // One query for both cases, so that its time reveals nothing: a conversation that is only prepared by an
        // acceptance looks the same as none.
        var conversation = await context.Conversations.SingleOrDefaultAsync(
            conversation =>
                conversation.LowId == pair.Low
                && conversation.HighId == pair.High
                && context.Messages.Any(message =>
                    message.ConversationId == conversation.Id && message.VisibleFrom <= now
                ),
            cancellationToken
        );
        return conversation is null ? null : new Found(conversation, other);
    }

    /// <summary>The messages of a conversation that are visible now.</summary>
    public IQueryable<Message> Visible(long conversationId, DateTime now) =>
        context.Messages.Where(message => message.ConversationId == conversationId && message.VisibleFrom <= now);

    /// <summary>The other member's visible messages that the reader has not marked as read.</summary>
    public IQueryable<Message> Unread(Conversation conversation, long readerId, DateTime now)
    {
        var readUpTo = conversation.ReadUpTo(readerId);
        return Visible(conversation.Id, now)
            .Where(message =>
                message.AuthorId != readerId && message.Id > readUpTo && message.Kind != MessageKind.Note
            );
    }

    public Task<bool> ConnectedWithAsync(long otherId, DateTime now, CancellationToken cancellationToken) =>
        context.Connections.Live(now).Between(actor.Id, otherId).AnyAsync(cancellationToken);

    internal sealed record Found(Conversation Conversation, Member Other);
}
