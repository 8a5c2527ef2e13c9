namespace ConnectGate.Letters.Requests;

/// <summary>
/// The state of a request as its sender sees it. Pages, the API and response times reveal nothing more (product: "What
/// the sender can tell").
/// </summary>
public enum SenderState
{
    /// <summary>
    /// The request waits, was declined silently, was reported, or met a block. The sender cannot distinguish these
    /// cases.
    /// </summary>
    Sent,

    Withdrawn,

    /// <summary>Expired without an answer.</summary>
    ClosedWithoutAnswer,

    /// <summary>Declined with a reply.</summary>
    DeclinedWithWords,

    Connected,
}

/// <summary>Maps the recorded facts to the state that the sender sees.</summary>
internal static class SenderView
{
    /// <summary>
    /// The state as the sender sees it. It is the same for a letter that waits, was declined silently, was reported or
    /// met a block.
    /// </summary>
    public static SenderState SeenBySender(this ConnectionRequest request, DateTime now) =>
        request is { State: RequestState.Accepted } && request.GraceEndsAt <= now ? SenderState.Connected
        : request.ReplyText is not null ? SenderState.DeclinedWithWords
        : request.WithdrawnAt is not null ? SenderState.Withdrawn
        : request.ExpiresAt <= now ? SenderState.ClosedWithoutAnswer
        : SenderState.Sent;

    /// <summary>
    /// The requests that explain to their sender why they cannot ask again: the sender sees them as sent, or sent them
    /// after <paramref name="sentAfter"/>. One that became a connection explains nothing.
    /// </summary>
    public static IQueryable<ConnectionRequest> ExplainingToSender(
        this IQueryable<ConnectionRequest> requests,
        DateTime sentAfter,
        DateTime now
    ) =>
        requests.Where(request =>
            !(request.State == RequestState.Accepted && request.GraceEndsAt <= now)
            && (
                request.SentAt > sentAfter
                || (request.ReplyText == null && request.WithdrawnAt == null && request.ExpiresAt > now)
            )
        );
}
