using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

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

/// <summary>
/// The projection from what happened to what the recipient is told of it. That their sender blocked them is not: it
/// reads as withdrawn.
/// </summary>
internal static class RecipientView
{
    public static LetterState Of(ConnectionRequest letter, bool blockedByMe, DateTime now) =>
        letter.State switch
        {
            RequestState.Waiting => letter.ExpiresAt <= now ? LetterState.Expired : LetterState.Waiting,
            RequestState.Accepted => letter.GraceEndsAt > now ? LetterState.InGrace : LetterState.Connected,
            RequestState.DeclinedNotNow => LetterState.DeclinedNotNow,
            RequestState.DeclinedForGood => LetterState.DeclinedForGood,
            RequestState.Expired => LetterState.Expired,
            RequestState.Closed when blockedByMe => LetterState.Closed,
            _ => LetterState.Withdrawn,
        };
}
