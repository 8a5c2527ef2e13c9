using System.Globalization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;

namespace ConnectGate.Web.Identity;

/// <summary>
/// Who sent this request, as its session's row says. <see cref="SessionCheck"/> sets it once for each request. Outside
/// of a request it can be the server, in a scope of <see cref="ServerScope"/>.
/// </summary>
public sealed class CurrentMember(IHttpContextAccessor http) : ICurrentMember
{
    private const string Header = "Idempotency-Key",
        FormField = "idempotencyKey";

    /// <summary>The session and its member; null where nobody is signed in.</summary>
    public CheckSession.View? Session { get; private set; }

    /// <inheritdoc/>
    public bool IsSignedIn => Session is not null;

    /// <inheritdoc/>
    public long Id => Session?.MemberId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether a moderator's suspension of the member is in force.</summary>
    public bool IsSuspended => Session is { SuspendedUntil: not null };

    /// <inheritdoc/>
    public string? SessionId => Session?.SessionId;

    /// <inheritdoc/>
    public bool MayModerate => !IsSuspended && Session is { SecondFactor: true, Role: >= Role.Moderator };

    /// <inheritdoc/>
    public bool MayAdminister => !IsSuspended && Session is { SecondFactor: true, Role: >= Role.Administrator };

    /// <inheritdoc/>
    public bool IsServer { get; private set; }

    /// <inheritdoc/>
    // A form that was read was read by the antiforgery check; nothing is read for this alone.
    public string? IdempotencyKey =>
        http.HttpContext is not { } context
            ? null
            : context.Request.Headers[Header].FirstOrDefault()
                ?? context.Features.Get<IFormFeature>()?.Form?[FormField].FirstOrDefault();

    /// <inheritdoc/>
    // The member's, or the browser's: the pages and the messages of a request share it.
    public CultureInfo? Language => http.HttpContext?.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture;

    /// <inheritdoc/>
    public TimeZoneInfo? TimeZone =>
        Session is { } session && TimeZoneInfo.TryFindSystemTimeZoneById(session.TimeZone, out var zone) ? zone : null;

    internal void SignedInBy(CheckSession.View session) => Session = session;

    /// <exception cref="InvalidOperationException">There is a request: its session says who sends.</exception>
    internal void SentByServer()
    {
        if (http.HttpContext is not null)
        {
            throw new InvalidOperationException("In a request the session says who sends.");
        }

        IsServer = true;
    }
}
