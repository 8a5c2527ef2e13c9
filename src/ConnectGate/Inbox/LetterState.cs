using ConnectGate.Requests;

namespace ConnectGate.Inbox;

/// <summary>How a letter stands for its recipient.</summary>
public enum LetterState
{
    /// <summary>Waits for a decision.</summary>
    Waiting,

    /// <summary>Accepted; can be undone until the grace is over.</summary>
    InGrace,

    /// <summary>Accepted, and the grace is over.</summary>
    Connected,

    /// <summary>Declined "not now".</summary>
    DeclinedNotNow,

    /// <summary>Declined "not for me".</summary>
    DeclinedForGood,

    /// <summary>Withdrawn by its sender; or ended in another way that is its sender's business.</summary>
    Withdrawn,

    /// <summary>Its time was over before it was decided.</summary>
    Expired,

    /// <summary>Closed because the recipient blocked its sender.</summary>
    Closed,
}
