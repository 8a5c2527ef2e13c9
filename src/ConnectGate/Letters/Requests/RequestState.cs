namespace ConnectGate.Letters.Requests;

/// <summary>
/// The recorded state of a request. States that depend only on the clock, such as "delivered", are not stored.
/// </summary>
public enum RequestState
{
    /// <summary>Sent and not decided yet.</summary>
    Waiting,

    /// <summary>Accepted. The members are connected when the grace ends.</summary>
    Accepted,

    /// <summary>Declined "not now".</summary>
    DeclinedNotNow,

    /// <summary>Declined "not for me".</summary>
    DeclinedForGood,

    /// <summary>Withdrawn by the sender before a decision.</summary>
    Withdrawn,

    /// <summary>Expired without a decision.</summary>
    Expired,

    /// <summary>Ended by a block or a suspension, or expired before the connector passed it on.</summary>
    Closed,

    /// <summary>A connection of the sender has been asked to pass it on. The recipient cannot see it.</summary>
    WithConnector,
}
