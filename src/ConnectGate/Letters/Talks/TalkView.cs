using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>A talk as one of the two members sees it.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="Runs">Whether one of the two members can write now.</param>
/// <param name="MyTurn">Whether the current member can write now.</param>
/// <param name="EndsAt">The end if nobody writes again, in UTC; for an ended talk, the moment when it ended.</param>
/// <param name="ExchangesLeft">How many of the five exchanges are not complete.</param>
public sealed record TalkView(
    IReadOnlyList<TalkView.Line> Lines,
    bool Runs,
    bool MyTurn,
    DateTime EndsAt,
    int ExchangesLeft
)
{
    /// <summary>One exchange is one message from each member.</summary>
    public const int MostExchanges = Talk.MostExchanges;

    /// <summary>A talk ends by itself after this time without a message.</summary>
    public static TimeSpan GoesQuietAfter => Talk.GoesQuietAfter;

    public static Foundation.Text.TextLimit TextLimit => TalkMessage.Limit;

    /// <param name="Id">The message's public id.</param>
    /// <param name="Mine">Whether the current member wrote the message.</param>
    /// <param name="Text">Plain text.</param>
    /// <param name="At">In UTC.</param>
    public sealed record Line(string Id, bool Mine, string Text, DateTime At);

    /// <summary>The recipient's view: the talk is over once the letter is decided.</summary>
    internal static Task<TalkView> ForRecipientAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        Talk talk,
        DateTime now,
        CancellationToken cancellationToken
    ) => ReadAsync(context, letter, talk, letter.RecipientId, letter.IsUndecided(now), now, cancellationToken);

    /// <summary>
    /// The sender's view: the talk is over once the sender can see that the letter is over. Null if there is no talk.
    /// </summary>
    internal static async Task<TalkView?> ForSenderAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await context.Talks.AsNoTracking().SingleOrDefaultAsync(talk => talk.RequestId == letter.Id, cancellationToken)
            is { } talk
            ? await ReadAsync(
                context,
                letter,
                talk,
                letter.SenderId,
                letter.SeenBySender(now) == SenderState.Sent,
                now,
                cancellationToken
            )
            : null;

    private static async Task<TalkView> ReadAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        Talk talk,
        long readerId,
        bool letterWaits,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var lines = await context
            .TalkMessages.Where(message =>
                message.RequestId == letter.Id && (message.IsDelivered || message.AuthorId == readerId)
            )
            .OrderBy(message => message.Id)
            .Select(message => new Line(
                message.PublicId,
                message.AuthorId == readerId,
                message.Text,
                message.WrittenAt
            ))
            .ToListAsync(cancellationToken);
        var runs = letterWaits && talk.Runs(now);
        return new TalkView(
            lines,
            runs,
            runs && talk.IsRecipientsTurn == (readerId == letter.RecipientId),
            talk.EndsAt,
            Talk.MostExchanges - talk.Messages / 2
        );
    }
}
