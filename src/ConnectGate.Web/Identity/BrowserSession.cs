using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace ConnectGate.Web.Identity;

/// <summary>
/// The browser's cookies: the session, the mark of a trusted device, and the tickets of an unfinished sign-in.
/// </summary>
public sealed class BrowserSession(IHttpContextAccessor http)
{
    private const string DeviceCookie = "__Host-device",
        StepCookie = "__Host-second-step",
        KeepCookie = "__Host-keep";

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Only in a request.");

    /// <summary>The origin of this request, for sign-in.</summary>
    public Origin Origin => OriginOf(Context, SessionKind.Cookie);

    public string Network => Origin.Network;

    /// <summary>The ticket from the first step of signing in.</summary>
    public string? SecondStep => Context.Request.Cookies[StepCookie];

    /// <summary>Gives the browser its session, and marks the device as trusted.</summary>
    public async Task BeginAsync(StartedSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        await Context.SignInAsync(Schemes.Cookie, PrincipalOf(session, Schemes.Cookie));
        Trust(session.DeviceTicket);
        Forget();
        Context.Response.Cookies.Delete(MailedTo.Cookie, Options(null));
    }

    /// <summary>Marks the device as its owner's.</summary>
    public void Trust(string deviceTicket) => Set(DeviceCookie, deviceTicket, TimeSpan.FromDays(365));

    /// <summary>Keeps the ticket for the second step.</summary>
    public void Remember(string secondStep) => Set(StepCookie, secondStep, null);

    /// <summary>Deletes the ticket for the second step.</summary>
    public void Forget() => Context.Response.Cookies.Delete(StepCookie, Options(null));

    /// <summary>The ticket to keep an account that is about to be deleted.</summary>
    public string? Keep => Context.Request.Cookies[KeepCookie];

    /// <summary>Keeps that ticket; null deletes it.</summary>
    public void RememberToKeep(string? ticket)
    {
        if (ticket is null)
        {
            Context.Response.Cookies.Delete(KeepCookie, Options(null));
        }
        else
        {
            Set(KeepCookie, ticket, null);
        }
    }

    /// <summary>Deletes the session's cookie.</summary>
    public Task EndAsync() => Context.SignOutAsync(Schemes.Cookie);

    internal static Origin OriginOf(HttpContext context, SessionKind kind) =>
        new(
            NetworkOf(context.Connection.RemoteIpAddress),
            DeviceName.Of(context.Request.Headers.UserAgent.ToString()),
            kind == SessionKind.Cookie ? context.Request.Cookies[DeviceCookie] : null,
            kind
        );

    /// <summary>
    /// An address of version 4, or the first 64 bits of one of version 6: a household or a server has at least that
    /// many addresses of version 6 (RFC 6177).
    /// </summary>
    internal static string NetworkOf(IPAddress? address) =>
        address switch
        {
            null => "local",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([
                .. address.GetAddressBytes()[..8],
                .. new byte[8],
            ]).ToString(),
            _ => address.ToString(),
        };

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
