namespace ConnectGate.People.Accounts.Sessions;

/// <summary>
/// One sign-in, on one device, by cookie or bearer token. Both carry its id and every request looks for the row; ending
/// a session deletes it, so a copied cookie or token is worth nothing from that moment.
/// </summary>
internal sealed class Session
{
    /// <summary>How long a session lasts without being used.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromDays(14);

    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan LifeTime = TimeSpan.FromDays(90);

    public long Id { get; private set; }

    /// <summary>What cookie and token carry: 128 random bits.</summary>
    public required string PublicId { get; init; }

    public required long AccountId { get; init; }
    public required SessionKind Kind { get; init; }

    /// <summary>Browser and system as the device named itself, shortened; shown only to the account's owner.</summary>
    public required string Device { get; init; }

    /// <summary>Whether a second factor, or a passkey, was shown at sign-in.</summary>
    public required bool SecondFactor { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Kept to the hour, so that reading a page seldom writes.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>Which refresh token is the valid one; an older one shown again ends the session.</summary>
    public int RefreshGeneration { get; set; }
}

/// <summary>What carries a session's id.</summary>
public enum SessionKind
{
    /// <summary>A browser.</summary>
    Cookie,

    /// <summary>A program, over the API.</summary>
    Bearer,
}
