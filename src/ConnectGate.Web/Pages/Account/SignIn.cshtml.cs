using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;
using Standing = ConnectGate.People.Accounts.SigningIn.SignIn.Standing;

namespace ConnectGate.Web.Pages.Account;

/// <summary>
/// Sign-in with address and password, or with a passkey. An unknown address and a wrong password get the same message.
/// </summary>
[AllowAnonymous]
[LeadsOnWhenSignedIn]
public sealed class SignInModel(
    IMediator mediator,
    ICurrentMember currentMember,
    BrowserSession browser,
    Passkeys passkeys,
    ReaderTime reader,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    private const string Fallback = "/inbox";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The address to open after sign-in. Other sites are ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether the page says what to do while sign-in is blocked.</summary>
    public bool TooManyTries { get; private set; }

    /// <summary>Whether they come from the code that a member showed, of which this page tells nothing.</summary>
    public bool ScannedACode =>
        ReturnUrl is { } url && url != "/met/mode" && url.StartsWith("/met/", StringComparison.Ordinal);

    /// <summary>Whether the browser would drop the session, as it does over http from another machine.</summary>
    public bool NeedsHttps => !Request.IsHttps && Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]");

    public IActionResult OnGet() => currentMember.IsSignedIn ? this.GoOn(ReturnUrl, Fallback) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(
            new SignIn.Try(Email ?? "", Password ?? "", browser.Origin),
            cancellationToken
        );
        switch (answer.Standing)
        {
            case Standing.Started:
                await browser.BeginAsync(answer.Session!);
                return this.GoOn(ReturnUrl, Fallback);

            case Standing.TwoFactorRequired:
                browser.Remember(answer.SecondStep!);
                return RedirectToPage("/Account/TwoFactor", new { ReturnUrl });

            case Standing.TooManyTries:
                TooManyTries = true;
                return this.ShowAccountRefusals([
                    new Refusal(
                        "too-many-tries",
                        "",
                        texts[
                            "too-many-tries-until",
                            reader.Left(answer.RetryAt!.Value),
                            reader.Time(answer.RetryAt.Value)
                        ]
                    ),
                ]);

            case Standing.WaitsForApproval:
                return this.ShowRefusal("", texts["waits-for-approval"]);

            case Standing.Leaves:
                browser.RememberToKeep(answer.Keep);
                return RedirectToPage("/Account/Deletion/Keep");

            case Standing.Removed:
                return this.ShowRefusal("", texts["account-removed"]);

            case Standing.Lapsed:
                return this.ShowRefusal("", texts["membership-lapsed"]);

            default:
                return this.ShowRefusal("email", texts["wrong-credentials"]);
        }
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await passkeys.AskForKnownAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancellationToken)
    {
        if (await passkeys.TakeKnownAsync(credential) is { } shown)
        {
            var started = await mediator.Send(
                new SignInWithPasskey.Command(shown.AccountId, shown.Passkey, browser.Origin),
                cancellationToken
            );
            if (started.Succeeded)
            {
                await browser.BeginAsync(started.Value);
                return this.GoOn(ReturnUrl, Fallback);
            }

            if (!started.IsNotFound)
            {
                return this.ShowAccountRefusals(started.Refusals);
            }
        }

        return this.ShowRefusal("", texts["passkey-failed"]);
    }
}
