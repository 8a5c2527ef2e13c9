using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>
/// The recipient of a letter and its sender write to each other before the recipient decides. They write strictly in
/// turn, the recipient first, in up to five exchanges. A talk pauses the letter's clock. Each message moves the
/// letter's expiry to the time that applies if nobody writes again, so the pause needs no timer.
/// </summary>
internal sealed class Talk
{
    /// <summary>One exchange is one message from each member (the product's rule).</summary>
    public const int MostExchanges = 5;

    /// <summary>A talk ends by itself after this time without a message.</summary>
    public static readonly TimeSpan GoesQuietAfter = TimeSpan.FromDays(14);

    private Talk() { }

    /// <summary>The primary key, because a letter has at most one talk.</summary>
    public long RequestId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>The letter's expiry at the time when the talk began.</summary>
    public DateTime ExpiredAt { get; private set; }

    /// <summary>
    /// The end of the talk if nobody writes again: two weeks after the last message. Once the talk is stopped or
    /// complete, the moment when that happened.
    /// </summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Null if no member stopped the talk.</summary>
    public long? StoppedById { get; private set; }

    /// <summary>The number of messages. Counted from 1, the recipient wrote the odd ones.</summary>
    public int Messages { get; private set; }

    public int Version { get; private set; }

    /// <summary>
    /// A talk without messages. The caller must add the recipient's first message with <see cref="Write"/>.
    /// </summary>
    internal static Talk Begin(ConnectionRequest letter, DateTime now) =>
        new()
        {
            RequestId = letter.Id,
            StartedAt = now,
            ExpiredAt = letter.ExpiresAt,
            EndsAt = now,
        };

    /// <summary>Ignores the state of the letter, which can end the talk for one member earlier.</summary>
    internal bool Runs(DateTime now) => now < EndsAt;

    internal bool IsRecipientsTurn => Messages % 2 == 0;

    /// <summary>The letter's expiry if nobody writes again. The duration of the talk does not count.</summary>
    internal DateTime LetterExpiresAt => ExpiredAt + (EndsAt - StartedAt);

    /// <summary>Adds a message. The last message of the last exchange ends the talk.</summary>
    /// <exception cref="IllegalTransitionException">The talk is over, or it is the other member's turn.</exception>
    internal void Write(bool asRecipient, DateTime now)
    {
        if ((Messages > 0 && !Runs(now)) || asRecipient != IsRecipientsTurn)
        {
            throw new IllegalTransitionException("The talk is over, or it is the other's turn.");
        }

        Messages++;
        EndsAt = Messages == 2 * MostExchanges ? now : now + GoesQuietAfter;
        Version++;
    }

    /// <summary>Nobody can write in the talk any more.</summary>
    /// <exception cref="IllegalTransitionException">The talk is over.</exception>
    internal void Stop(long byId, DateTime now)
    {
        if (!Runs(now))
        {
            throw new IllegalTransitionException("The talk is over.");
        }

        (EndsAt, StoppedById) = (now, byId);
        Version++;
    }
}

/// <summary>A plain-text message of a talk. Text that looks like a link does not become a link.</summary>
internal sealed class TalkMessage
{
    /// <summary>1 to 1,000 visible characters (the product's rule).</summary>
    public static readonly TextLimit Limit = new("talk", 1, 1_000);

    public long Id { get; private set; }
    public string PublicId { get; private set; } = Foundation.Data.PublicId.Next();
    public required long RequestId { get; init; }
    public required long AuthorId { get; init; }
    public required string Text { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>
    /// Whether the other member can read the message. It is false when the sender writes after a decision that the
    /// sender cannot see. Such a message is stored like any other, but nobody else reads it.
    /// </summary>
    public required bool IsDelivered { get; init; }
}
