namespace ConnectGate.Letters.Requests;

/// <summary>What became of a request; what only time decides is not among them.</summary>
public enum RequestState
{
    /// <summary>Sent and undecided.</summary>
    Waiting,

    /// <summary>Accepted; connected once the grace is over.</summary>
    Accepted,

    /// <summary>Declined "not now".</summary>
    DeclinedNotNow,

    /// <summary>Declined "not for me".</summary>
    DeclinedForGood,

    /// <summary>Taken back by the sender before it was decided.</summary>
    Withdrawn,

    /// <summary>Undecided until its time was over.</summary>
    Expired,

    /// <summary>Ended by a block or a suspension; or it was never passed on.</summary>
    Closed,

    /// <summary>
    /// With the connection of the sender's who is asked to pass it on. Its recipient knows nothing of it.
    /// </summary>
    WithConnector,
}
