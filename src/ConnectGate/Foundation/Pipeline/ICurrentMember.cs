using System.Globalization;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// The sender of the command or query. The web takes it from the session, which every request checks. The console's
/// commands and the workers send as the server.
/// </summary>
public interface ICurrentMember
{
    bool IsSignedIn { get; }

    /// <summary>The member's key.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    long Id { get; }

    /// <summary>
    /// Whether this session may see reports: a moderator or administrator who signed in with a second factor.
    /// </summary>
    bool MayModerate { get; }

    /// <summary>
    /// Whether this session may decide who joins: an administrator who signed in with a second factor.
    /// </summary>
    bool MayAdminister { get; }

    /// <summary>Whether the server itself sends the message: its console or a worker, never a request.</summary>
    bool IsServer { get; }

    /// <summary>The idempotency key of the form or API call; null where there is none.</summary>
    string? IdempotencyKey { get; }

    /// <summary>The public id of the member's session; null where there is none.</summary>
    string? SessionId => null;

    /// <summary>
    /// The language for pages and mail: a member's choice, else the browser's. Null for workers and the console, which
    /// use the community's default.
    /// </summary>
    CultureInfo? Language => null;

    /// <summary>The time zone that a member chose. Null for everybody else, who use the community's.</summary>
    TimeZoneInfo? TimeZone => null;
}
