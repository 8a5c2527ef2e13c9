using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>
/// The recipient of a letter and its sender write to each other before anything is decided: strictly in turn, the
/// recipient first, up to five exchanges. While it runs the letter's time stands still. At every message the letter's
/// end is set to where it will be if nobody writes again, so that it needs no work when time passes.
/// </summary>
internal sealed class Talk
{
    /// <summary>
    /// The most exchanges (the product's rule): one message of the recipient's and one of the sender's.
    /// </summary>
    public const int MostExchanges = 5;

    /// <summary>How long it waits for the next message before it is over by itself.</summary>
    public static readonly TimeSpan GoesQuietAfter = TimeSpan.FromDays(14);

    private Talk() { }

    /// <summary>The letter's key: a letter has one talk.</summary>
    public long RequestId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>The letter's end as it was when the talk began.</summary>
    public DateTime ExpiredAt { get; private set; }

    /// <summary>
    /// When it is over unless somebody writes: two weeks after the last message, or the moment it was stopped or
    /// complete.
    /// </summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Who stopped it; null where nobody did.</summary>
    public long? StoppedById { get; private set; }

    /// <summary>How many messages there are; the recipient's are the odd ones.</summary>
    public int Messages { get; private set; }

    public int Version { get; private set; }

    /// <summary>A talk that begins with the recipient's first message.</summary>
    internal static Talk Begin(ConnectionRequest letter, DateTime now) =>
        new()
        {
            RequestId = letter.Id,
            StartedAt = now,
            ExpiredAt = letter.ExpiresAt,
            EndsAt = now,
        };

    /// <summary>Whether it runs, as far as both can tell.</summary>
    internal bool Runs(DateTime now) => now < EndsAt;

    /// <summary>Whether the next message is the recipient's.</summary>
    internal bool IsRecipientsTurn => Messages % 2 == 0;

    /// <summary>Until when the letter can be decided, as things stand: the time of the talk does not count.</summary>
    internal DateTime LetterExpiresAt => ExpiredAt + (EndsAt - StartedAt);

    /// <summary>One more message. The last one ends the talk.</summary>
    /// <exception cref="IllegalTransitionException">It is over, or the other's turn.</exception>
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

    /// <summary>One of the two stops it; nobody can write in it any more.</summary>
    /// <exception cref="IllegalTransitionException">It is over.</exception>
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

/// <summary>One message of a talk. Plain text; what looks like a link is none.</summary>
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
    /// Whether the recipient reads it. What the sender writes after a decision that they cannot tell of is kept like
    /// all else, and reaches nobody.
    /// </summary>
    public required bool IsDelivered { get; init; }
}
