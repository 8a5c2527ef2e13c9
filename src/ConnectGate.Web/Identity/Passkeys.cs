using System.Security.Cryptography;
using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Web.Identity;

/// <summary>
/// The browser's side of passkeys: what it is asked for, and whether what it answers is right. The challenge waits in a
/// short-lived, protected cookie; a copy of the answer is worth nothing without it.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<Account> handler,
    IHttpContextAccessor http,
    IDataProtectionProvider protection
)
{
    private const string Cookie = "__Host-passkey";

    /// <summary>How long somebody may take.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Only in a request.");

    /// <summary>What the browser is asked to make, as <c>navigator.credentials.create</c> takes it.</summary>
    public async Task<string> AskForNewAsync(long accountId, string email, string displayName)
    {
        var options = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = accountId.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Name = email,
                DisplayName = displayName,
            },
            Context
        );
        Keep("create", options.AttestationState);
        return options.CreationOptionsJson;
    }

    /// <summary>The passkey that the browser made; null where its answer is not right.</summary>
    public async Task<UserPasskeyInfo?> TakeNewAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential) || Taken("create") is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = Context,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        return result.Succeeded ? result.Passkey : null;
    }

    /// <summary>
    /// What the browser is asked to show, as <c>navigator.credentials.get</c> takes it; for whatever account it knows.
    /// </summary>
    public async Task<string> AskForKnownAsync()
    {
        var options = await handler.MakeRequestOptionsAsync(null, Context);
        Keep("get", options.AssertionState);
        return options.RequestOptionsJson;
    }

    /// <summary>
    /// Whose passkey the browser showed, and the passkey with its counter moved on; null where its answer is not right.
    /// </summary>
    public async Task<(long AccountId, UserPasskeyInfo Passkey)?> TakeKnownAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential) || Taken("get") is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = Context,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        return result.Succeeded ? (result.User.Id, result.Passkey) : null;
    }

    private void Keep(string purpose, string? state) =>
        Context.Response.Cookies.Append(
            Cookie,
            Protector(purpose).Protect(state ?? "", Time),
            BrowserSession.Options(Time)
        );

    // Good once: the next answer needs a new challenge.
    private string? Taken(string purpose)
    {
        var kept = Context.Request.Cookies[Cookie];
        Context.Response.Cookies.Delete(Cookie, BrowserSession.Options(null));
        try
        {
            return string.IsNullOrEmpty(kept) ? null : Protector(purpose).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) =>
        protection.CreateProtector("ConnectGate.Passkeys", purpose).ToTimeLimitedDataProtector();
}

/// <summary>What passkeys need of the container.</summary>
internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // It counts as both factors, so the device must know its owner (PIN, finger, face), and it names the
            // account, so that no address need be typed.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
    }
}
