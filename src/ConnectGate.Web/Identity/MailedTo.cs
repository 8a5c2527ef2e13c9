using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.Web.Identity;

/// <summary>
/// The address to which this browser had a mail sent, for the page "Check your email". Kept for an hour in a protected
/// cookie, so that the address is neither in an address bar nor in a log.
/// </summary>
public sealed class MailedTo(IHttpContextAccessor http, IDataProtectionProvider protection, TimeProvider clock)
{
    internal const string Cookie = "__Host-mailed";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("ConnectGate.MailedTo", "v1");

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Only in a request.");

    /// <summary>Keeps the address.</summary>
    /// <param name="registration">The registration that the mail is about; null where it is about none.</param>
    public void Keep(string email, long? registration = null) =>
        Context.Response.Cookies.Append(
            Cookie,
            _protector.Protect(
                JsonSerializer.Serialize(new Mailed(email, registration, clock.GetUtcNow().UtcDateTime + Lasts))
            ),
            BrowserSession.Options(Lasts)
        );

    /// <summary>Null after an hour, after sign-in, and where nothing was mailed.</summary>
    public Mailed? Read()
    {
        try
        {
            return
                Context.Request.Cookies[Cookie] is { Length: > 0 } kept
                && JsonSerializer.Deserialize<Mailed>(_protector.Unprotect(kept)) is { } mailed
                && mailed.Until > clock.GetUtcNow().UtcDateTime
                ? mailed
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="Email">As it was typed.</param>
    /// <param name="Registration">The registration that the mail is about; null where it is about none.</param>
    /// <param name="Until">The cookie is worthless from then on.</param>
    public sealed record Mailed(string Email, long? Registration, DateTime Until);
}
