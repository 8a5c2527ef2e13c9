using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Conversations;

/// <summary>Finds the current member's conversation with another, where there is something for them to read.</summary>
internal sealed class MyConversations(ConnectGateContext context, Actor actor)
{
    /// <summary>The conversation with whom is called that; null where nothing can be read in it yet.</summary>
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

        // In one query, so that none tells more by its time: what an acceptance prepared is as absent as what there
        // never was.
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

    /// <summary>What can be read in a conversation.</summary>
    public IQueryable<Message> Visible(long conversationId, DateTime now) =>
        context.Messages.Where(message => message.ConversationId == conversationId && message.VisibleFrom <= now);

    /// <summary>What one of the two has not marked as read, of what can be read in it.</summary>
    public IQueryable<Message> Unread(Conversation conversation, long readerId, DateTime now)
    {
        var readUpTo = conversation.ReadUpTo(readerId);
        return Visible(conversation.Id, now)
            .Where(message =>
                message.AuthorId != readerId && message.Id > readUpTo && message.Kind != MessageKind.Note
            );
    }

    /// <summary>Whether the current member is connected with that member now.</summary>
    public Task<bool> ConnectedWithAsync(long otherId, DateTime now, CancellationToken cancellationToken) =>
        context.Connections.Live(now).Between(actor.Id, otherId).AnyAsync(cancellationToken);

    /// <summary>A conversation, and with whom.</summary>
    internal sealed record Found(Conversation Conversation, Member Other);
}
