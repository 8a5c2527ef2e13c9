namespace ConnectGate.People.Accounts.Sessions;

/// <summary>
/// One sign-in, on one device, by cookie or bearer token. Both contain its id, and every request looks for the row.
/// Ending a session deletes the row, so a copied cookie or token stops working at once.
/// </summary>
internal sealed class Session
{
    /// <summary>The longest time without use.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromDays(14);

    /// <summary>The longest time from the start.</summary>
    public static readonly TimeSpan LifeTime = TimeSpan.FromDays(90);

    public long Id { get; private set; }

    /// <summary>The content of the cookie or token: 128 random bits.</summary>
    public required string PublicId { get; init; }

    public required long AccountId { get; init; }
    public required SessionKind Kind { get; init; }

    /// <summary>Browser and system as the device named itself, shortened; shown only to the account's owner.</summary>
    public required string Device { get; init; }

    /// <summary>Whether a second factor, or a passkey, was shown in this session.</summary>
    public required bool SecondFactor { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Accurate to the hour, so that reading a page seldom writes.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>The number of the valid refresh token. An older token shown again ends the session.</summary>
    public int RefreshGeneration { get; set; }
}

/// <summary>The carrier of a session's id.</summary>
public enum SessionKind
{
    /// <summary>A browser.</summary>
    Cookie,

    /// <summary>A program, over the API.</summary>
    Bearer,
}
