namespace ConnectGate.Desk.Conversations;

/// <summary>
/// All messages between two members. It begins with the note of the accepted request. Both members can still read it
/// after their connection has ended.
/// </summary>
internal sealed class Conversation
{
    private Conversation() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }

    /// <summary>The id of the last message that the member with the lower id has marked as read.</summary>
    public long LowReadUpTo { get; private set; }

    /// <summary>The id of the last message that the member with the higher id has marked as read.</summary>
    public long HighReadUpTo { get; private set; }

    internal static Conversation Between(long one, long other)
    {
        var pair = Pair.Of(one, other);
        return new Conversation { LowId = pair.Low, HighId = pair.High };
    }

    /// <summary>Stores it, unless the two have one already. Needs one statement; gives the stored one.</summary>
    internal async Task<Conversation> StoreAsync(ConnectGateContext context, CancellationToken cancellationToken) =>
        (
            await context
                .Conversations.FromSql(
                    $"""
                    INSERT INTO "Conversations" ("LowId", "HighId", "LowReadUpTo", "HighReadUpTo")
                    VALUES ({LowId}, {HighId}, {LowReadUpTo}, {HighReadUpTo})
                    ON CONFLICT ("LowId", "HighId") DO UPDATE SET "LowId" = excluded."LowId" RETURNING *
                    """
                )
                .ToListAsync(cancellationToken)
        ).Single();

    internal long ReadUpTo(long memberId) => memberId == LowId ? LowReadUpTo : HighReadUpTo;

    internal void MarkRead(long memberId, long messageId)
    {
        if (memberId == LowId)
        {
            LowReadUpTo = Math.Max(LowReadUpTo, messageId);
        }
        else
        {
            HighReadUpTo = Math.Max(HighReadUpTo, messageId);
        }
    }
}

internal sealed class Message
{
    /// <summary>The product fixes these limits.</summary>
    public static readonly TextLimit Limit = new("message", 1, 5_000);

    public long Id { get; private set; }
    public string PublicId { get; private set; } = Foundation.Data.PublicId.Next();
    public required Conversation Conversation { get; init; }
    public long ConversationId { get; private set; }
    public required long AuthorId { get; init; }
    public required string Text { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>
    /// Both members see the message from this time. An answer becomes visible at the end of the grace.
    /// </summary>
    public required DateTime VisibleFrom { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>
    /// The request whose acceptance created this note or answer; undoing the acceptance removes the message. Null for
    /// messages that were written in the conversation.
    /// </summary>
    public long? RequestId { get; init; }
}

internal enum MessageKind
{
    /// <summary>The note of a request. Never unread: its reader has already read it in the inbox.</summary>
    Note,

    /// <summary>The accepter's answer to the note.</summary>
    Answer,

    Written,
}
