using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Talks;

/// <summary>A talk as one of the two sees it.</summary>
/// <param name="Lines">What was written, oldest first.</param>
/// <param name="Runs">Whether it runs: somebody can write.</param>
/// <param name="MyTurn">Whether I can.</param>
/// <param name="EndsAt">When it is over unless somebody writes; once it is over, when it was.</param>
/// <param name="ExchangesLeft">How many of the five are not complete.</param>
public sealed record TalkView(
    IReadOnlyList<TalkView.Line> Lines,
    bool Runs,
    bool MyTurn,
    DateTime EndsAt,
    int ExchangesLeft
)
{
    /// <summary>The most exchanges: one message of each.</summary>
    public const int MostExchanges = Talk.MostExchanges;

    /// <summary>How long it waits for the next message before it is over.</summary>
    public static TimeSpan GoesQuietAfter => Talk.GoesQuietAfter;

    /// <summary>How long a message may be.</summary>
    public static Foundation.Text.TextLimit TextLimit => TalkMessage.Limit;

    /// <summary>One message.</summary>
    /// <param name="Mine">Whether I wrote it.</param>
    /// <param name="Text">Plain text.</param>
    /// <param name="At">When.</param>
    public sealed record Line(bool Mine, string Text, DateTime At);

    /// <summary>As the letter's recipient sees it: over once the letter is decided. Null where there is none.</summary>
    internal static async Task<TalkView?> ForRecipientAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    ) => await ReadAsync(context, letter, letter.RecipientId, letter.IsUndecided(now), now, cancellationToken);

    /// <summary>
    /// As the letter's sender sees it: over once they can tell that the letter is. Null where there is none.
    /// </summary>
    internal static async Task<TalkView?> ForSenderAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(
            context,
            letter,
            letter.SenderId,
            letter.SeenBySender(now) == SenderState.Sent,
            now,
            cancellationToken
        );

    private static async Task<TalkView?> ReadAsync(
        ConnectGateContext context,
        ConnectionRequest letter,
        long readerId,
        bool letterWaits,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (
            await context
                .Talks.AsNoTracking()
                .SingleOrDefaultAsync(talk => talk.RequestId == letter.Id, cancellationToken)
            is not { } talk
        )
        {
            return null;
        }

        var lines = await context
            .TalkMessages.Where(message =>
                message.RequestId == letter.Id && (message.IsDelivered || message.AuthorId == readerId)
            )
            .OrderBy(message => message.Id)
            .Select(message => new Line(message.AuthorId == readerId, message.Text, message.WrittenAt))
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
