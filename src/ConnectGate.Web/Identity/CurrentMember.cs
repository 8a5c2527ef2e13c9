using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using Microsoft.AspNetCore.Http.Features;

namespace ConnectGate.Web.Identity;

/// <summary>
/// Who sent this request, as its session's row says. Set once for each request by <see cref="SessionCheck"/>; a script
/// on the server says it by <see cref="ActAs"/>.
/// </summary>
public sealed class CurrentMember(IHttpContextAccessor http) : ICurrentMember
{
    private const string Header = "Idempotency-Key",
        FormField = "idempotencyKey";

    private long? _scripted;

    /// <summary>The session and its member; null where nobody is signed in.</summary>
    public CheckSession.View? Session { get; private set; }

    /// <inheritdoc/>
    public bool IsSignedIn => Session is not null || _scripted is not null;

    /// <inheritdoc/>
    public long Id => Session?.MemberId ?? _scripted ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <inheritdoc/>
    public bool MayModerate => Session is { SecondFactor: true, Role: >= Role.Moderator } || ScriptModerates;

    /// <inheritdoc/>
    public bool MayAdminister => Session is { SecondFactor: true, Role: >= Role.Administrator };

    /// <inheritdoc/>
    // A form that was read was read by the antiforgery check; nothing is read for this alone.
    public string? IdempotencyKey =>
        http.HttpContext is not { } context
            ? null
            : context.Request.Headers[Header].FirstOrDefault()
                ?? context.Features.Get<IFormFeature>()?.Form?[FormField].FirstOrDefault();

    /// <summary>Whether the script acts as a moderator.</summary>
    private bool ScriptModerates { get; set; }

    /// <summary>Lets a script on the server act as a member, in a scope of its own. Never in a request.</summary>
    /// <param name="memberId">Whom; null for nobody.</param>
    /// <param name="mayModerate">Whether as a moderator who showed a second factor.</param>
    public void ActAs(long? memberId, bool mayModerate = false)
    {
        if (http.HttpContext is not null)
        {
            throw new InvalidOperationException("In a request the session says who it is.");
        }

        (_scripted, ScriptModerates) = (memberId, mayModerate);
    }

    internal void SignedInBy(CheckSession.View session) => Session = session;
}
