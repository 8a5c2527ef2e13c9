using System.Security.Cryptography;
using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Web.Identity;

/// <summary>
/// Makes the browser's passkey options and checks its answers. A short-lived, protected cookie holds the challenge, so
/// a copied answer is useless without it.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<Account> handler,
    IHttpContextAccessor http,
    IDataProtectionProvider protection
)
{
    private const string Cookie = "__Host-passkey";

    /// <summary>The time for an answer.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Only in a request.");

    /// <summary>The options for <c>navigator.credentials.create</c>, as JSON.</summary>
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

    /// <summary>The new passkey; null where the answer is invalid.</summary>
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
    /// The options for <c>navigator.credentials.get</c>, as JSON. They name no account: the browser offers its own.
    /// </summary>
    public async Task<string> AskForKnownAsync()
    {
        var options = await handler.MakeRequestOptionsAsync(null, Context);
        Keep("get", options.AssertionState);
        return options.RequestOptionsJson;
    }

    /// <summary>
    /// The account of the passkey, and the passkey with its new counter; null where the answer is invalid.
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

    // A challenge works once.
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

internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey counts as both factors, so the device must check its owner (PIN, finger, face). It names the
            // account, so nobody has to type an address.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
    }
}
