namespace ConnectGate.Letters.Requests;

/// <summary>
/// What a sender can tell of their request, by page, API and in time (product: "What the sender can tell").
/// </summary>
public enum SenderState
{
    /// <summary>
    /// Sent: it waits, or was silently declined, reported, or met a block; the sender cannot tell which.
    /// </summary>
    Sent,

    /// <summary>Withdrawn by the sender.</summary>
    Withdrawn,

    /// <summary>Its time is over.</summary>
    ClosedWithoutAnswer,

    /// <summary>Declined with words.</summary>
    DeclinedWithWords,

    /// <summary>Connected.</summary>
    Connected,
}

/// <summary>The projection from what happened to what the sender can tell.</summary>
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
