using System.Globalization;
using System.Security.Claims;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace ConnectGate.Web.Identity;

/// <summary>
/// What a browser keeps: the session's cookie, the mark of a trusted device, and what is needed between two steps of
/// signing in.
/// </summary>
public sealed class BrowserSession(IHttpContextAccessor http)
{
    private const string DeviceCookie = "__Host-device",
        StepCookie = "__Host-second-step";

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Only in a request.");

    /// <summary>Where this request comes from, as far as sign-in is concerned.</summary>
    public Origin Origin => OriginOf(Context, SessionKind.Cookie);

    /// <summary>The network address alone.</summary>
    public string Network => Origin.Network;

    /// <summary>What the first step of signing in gave.</summary>
    public string? SecondStep => Context.Request.Cookies[StepCookie];

    /// <summary>Hands the browser its session, and marks the device as its owner's.</summary>
    public async Task BeginAsync(StartedSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        await Context.SignInAsync(Schemes.Cookie, PrincipalOf(session, Schemes.Cookie));
        Set(DeviceCookie, session.DeviceTicket, TimeSpan.FromDays(365));
        Forget();
    }

    /// <summary>Keeps what the second step needs.</summary>
    public void Remember(string secondStep) => Set(StepCookie, secondStep, null);

    /// <summary>Forgets it.</summary>
    public void Forget() => Context.Response.Cookies.Delete(StepCookie, Options(null));

    /// <summary>Takes the session's cookie back.</summary>
    public Task EndAsync() => Context.SignOutAsync(Schemes.Cookie);

    internal static Origin OriginOf(HttpContext context, SessionKind kind) =>
        new(
            context.Connection.RemoteIpAddress?.ToString() ?? "local",
            DeviceName.Of(context.Request.Headers.UserAgent.ToString()),
            kind == SessionKind.Cookie ? context.Request.Cookies[DeviceCookie] : null,
            kind
        );

    internal static ClaimsPrincipal PrincipalOf(StartedSession session, string scheme, int generation = 0) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(Schemes.SessionId, session.Id),
                    new Claim(Schemes.Generation, generation.ToString(CultureInfo.InvariantCulture)),
                ],
                scheme
            )
        );

    private void Set(string name, string value, TimeSpan? lasts) =>
        Context.Response.Cookies.Append(name, value, Options(lasts));

    internal static CookieOptions Options(TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = lasts,
            IsEssential = true,
        };
}
