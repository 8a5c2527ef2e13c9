using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

/// <summary>The state of a letter as its recipient sees it.</summary>
public enum LetterState
{
    Waiting,

    /// <summary>Accepted; the acceptance can still be undone.</summary>
    InGrace,

    /// <summary>Accepted, and the grace is over.</summary>
    Connected,

    /// <summary>Declined with "not now".</summary>
    DeclinedNotNow,

    /// <summary>Declined with "not for me".</summary>
    DeclinedForGood,

    /// <summary>Withdrawn by the sender, or ended for a reason that only the sender may know.</summary>
    Withdrawn,

    /// <summary>The letter expired before a decision.</summary>
    Expired,

    /// <summary>The recipient blocked the sender.</summary>
    Closed,
}

/// <summary>
/// Maps a letter to the state that its recipient may know. A block by the sender appears as
/// <see cref="LetterState.Withdrawn"/>.
/// </summary>
internal static class RecipientView
{
    public static LetterState Of(ConnectionRequest letter, bool blockedByMe, DateTime now) =>
        letter.State switch
        {
            RequestState.Waiting => letter.Waits(now) ? LetterState.Waiting : LetterState.Expired,
            RequestState.Accepted => letter.IsInGrace(now) ? LetterState.InGrace : LetterState.Connected,
            RequestState.DeclinedNotNow => LetterState.DeclinedNotNow,
            RequestState.DeclinedForGood => LetterState.DeclinedForGood,
            RequestState.Expired => LetterState.Expired,
            RequestState.Closed when blockedByMe => LetterState.Closed,
            _ => LetterState.Withdrawn,
        };
}
