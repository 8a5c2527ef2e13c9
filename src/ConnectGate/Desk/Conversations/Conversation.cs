namespace ConnectGate.Desk.Conversations;

/// <summary>
/// What two members have said to each other. Opens with the note; stays readable to both when the connection ends.
/// </summary>
internal sealed class Conversation
{
    private Conversation() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }

    /// <summary>The last message each of the two has marked as read.</summary>
    public long LowReadUpTo { get; private set; }

    /// <inheritdoc cref="LowReadUpTo"/>
    public long HighReadUpTo { get; private set; }

    internal static Conversation Between(long one, long other)
    {
        var pair = Pair.Of(one, other);
        return new Conversation { LowId = pair.Low, HighId = pair.High };
    }

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

/// <summary>One message: the note that began it, the accepter's answer, or what was written since.</summary>
internal sealed class Message
{
    /// <summary>1 to 5,000 visible characters (the product's rule).</summary>
    public static readonly TextLimit Limit = new("message", 1, 5_000);

    public long Id { get; private set; }
    public string PublicId { get; private set; } = Foundation.Data.PublicId.Next();
    public required Conversation Conversation { get; init; }
    public long ConversationId { get; private set; }
    public required long AuthorId { get; init; }
    public required string Text { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>From when the two see it: an answer goes out at the end of the grace.</summary>
    public required DateTime VisibleFrom { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>
    /// The request whose acceptance made it (note and answer); undoing the acceptance removes it. Null for what was
    /// written since.
    /// </summary>
    public long? RequestId { get; init; }
}

/// <summary>How a message came into its conversation.</summary>
internal enum MessageKind
{
    /// <summary>The note of a request; its reader read it in the inbox, so it is never unread.</summary>
    Note,

    /// <summary>What the accepter answered to the note.</summary>
    Answer,

    /// <summary>Written in the conversation.</summary>
    Written,
}
