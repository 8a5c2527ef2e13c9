using System.Globalization;

namespace ConnectGate.Foundation.Pipeline;

/// <summary>
/// Who sends the command or query. The web takes it from the session, which every request checks. The console's
/// commands and the workers send as the server.
/// </summary>
public interface ICurrentMember
{
    /// <summary>Whether anybody is signed in.</summary>
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

    /// <summary>Whether the server itself sends: its console or a worker, never a request.</summary>
    bool IsServer { get; }

    /// <summary>The idempotency key that came with the form or API call, if one did.</summary>
    string? IdempotencyKey { get; }

    /// <summary>
    /// The language that they read pages and mail in: a member's choice, else the browser's. Null for workers and the
    /// console, which have the community's default.
    /// </summary>
    CultureInfo? Language => null;

    /// <summary>The time zone that a member chose. Null for everybody else: they have the community's.</summary>
    TimeZoneInfo? TimeZone => null;
}
