using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// Reads the decisions that are possible for a letter, so that the page offers only what the commands accept.
/// </summary>
internal sealed class DecisionReader(ConnectGateContext context)
{
    public async Task<LetterView.Decisions> ReadAsync(
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var suspended = await context.Suspensions.IsSuspendedAsync(letter.RecipientId, now, cancellationToken);
        var reported = await context.Reports.OfLetter(letter.Id).AnyAsync(cancellationToken);
        var talk = await context
            .Talks.AsNoTracking()
            .SingleOrDefaultAsync(talk => talk.RequestId == letter.Id, cancellationToken);
        var accepted = letter.State == RequestState.Accepted;
        var inGrace = letter.IsInGrace(now);
        var undecided = letter.CanBeDecided(now) && !accepted;
        return new LetterView.Decisions(
            letter.DecidedAt,
            inGrace ? letter.GraceEndsAt : null,
            letter.ReplyText,
            letter.ReplyChannel,
            reported,
            CanAccept: undecided && !suspended && !await IsPastAsync(letter, now, cancellationToken),
            CanDecline: undecided,
            CanReply: undecided && !suspended && letter.ReplyText is null,
            CanReport: !reported && (!accepted || inGrace),
            CanUndo: inGrace || await CanWaitAgainAsync(letter, now, cancellationToken),
            CanTalk: letter.IsUndecided(now)
                && !suspended
                && (talk is null || (talk.Runs(now) && talk.IsRecipientsTurn))
        );
    }

    /// <summary>
    /// Whether a silent decline can be undone. A report stands, and two members have at most one waiting letter.
    /// </summary>
    public async Task<bool> CanWaitAgainAsync(
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        letter.IsDeclinedSilently(now)
        && !await context.Reports.OfLetter(letter.Id).AnyAsync(cancellationToken)
        && !await context
            .Requests.Between(letter.SenderId, letter.RecipientId)
            .HoldingThePair()
            .AnyAsync(cancellationToken)
        && !await IsPastAsync(letter, now, cancellationToken);

    /// <summary>
    /// True if a block exists between the two, or if they were connected after the letter was sent. A decline can
    /// become an acceptance until the letter expires, but not in either of these cases.
    /// </summary>
    public async Task<bool> IsPastAsync(ConnectionRequest letter, DateTime now, CancellationToken cancellationToken) =>
        await context.Blocks.Between(letter.SenderId, letter.RecipientId).AnyAsync(cancellationToken)
        || await context
            .Connections.Between(letter.SenderId, letter.RecipientId)
            .Overtaking(letter.SentAt, now)
            .AnyAsync(cancellationToken);
}
