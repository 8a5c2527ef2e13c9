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
    public static SenderState Of(
        RequestState state,
        DateTime? withdrawnAt,
        string? reply,
        DateTime? graceEndsAt,
        DateTime expiresAt,
        DateTime now
    ) =>
        state == RequestState.Accepted && graceEndsAt <= now ? SenderState.Connected
        : reply is not null ? SenderState.DeclinedWithWords
        : withdrawnAt is not null ? SenderState.Withdrawn
        : expiresAt <= now ? SenderState.ClosedWithoutAnswer
        : SenderState.Sent;
}
