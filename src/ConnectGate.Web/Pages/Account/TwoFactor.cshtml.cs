using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SigningIn;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;
using Standing = ConnectGate.People.Accounts.SigningIn.SignIn.Standing;

namespace ConnectGate.Web.Pages.Account;

/// <summary>The second step of sign-in. Without the first step it leads back to it.</summary>
[AllowAnonymous]
[LeadsOnWhenSignedIn]
public abstract class SecondStepModel(
    IMediator mediator,
    BrowserSession browser,
    ICurrentMember currentMember,
    ReaderTime reader,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The address to open after sign-in. Other sites are ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() =>
        currentMember.IsSignedIn ? this.GoOn(ReturnUrl, "/inbox")
        : browser.SecondStep is null ? RedirectToPage("/Account/SignIn", new { ReturnUrl })
        : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(TryWithCode(browser.SecondStep, browser.Origin), cancellationToken);
        switch (answer.Standing)
        {
            case Standing.Started:
                await browser.BeginAsync(answer.Session!);
                return this.GoOn(ReturnUrl, "/inbox");

            case Standing.WrongCode:
                return this.ShowRefusal("code", texts["wrong-code"]);

            case Standing.TooManyTries:
                return this.ShowAccountRefusals([
                    new Refusal(
                        "too-many-tries",
                        "",
                        texts[
                            "too-many-codes-until",
                            reader.Left(answer.RetryAt!.Value),
                            reader.Time(answer.RetryAt.Value)
                        ]
                    ),
                ]);

            default:
                browser.Forget();
                this.Say(texts["start-again"]);
                return RedirectToPage("/Account/SignIn", new { ReturnUrl });
        }
    }

    protected abstract SecondStep.Try TryWithCode(string? ticket, Origin origin);
}

public sealed class TwoFactorModel(
    IMediator mediator,
    BrowserSession browser,
    ICurrentMember currentMember,
    ReaderTime reader,
    IStringLocalizer<AccountTexts> texts
) : SecondStepModel(mediator, browser, currentMember, reader, texts)
{
    /// <inheritdoc/>
    protected override SecondStep.Try TryWithCode(string? ticket, Origin origin) => new(ticket, origin, Code, null);
}

public sealed class RecoveryModel(
    IMediator mediator,
    BrowserSession browser,
    ICurrentMember currentMember,
    ReaderTime reader,
    IStringLocalizer<AccountTexts> texts
) : SecondStepModel(mediator, browser, currentMember, reader, texts)
{
    /// <inheritdoc/>
    protected override SecondStep.Try TryWithCode(string? ticket, Origin origin) => new(ticket, origin, null, Code);
}
