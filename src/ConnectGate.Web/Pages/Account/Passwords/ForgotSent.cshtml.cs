using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Passwords;

/// <summary>"Check your email", after asking for a new password.</summary>
[AllowAnonymous]
public sealed class ForgotSentModel(
    IMediator mediator,
    BrowserSession browser,
    MailedTo mailedTo,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    /// <summary>Null where this browser asked for nothing within the last hour.</summary>
    public string? Email => mailedTo.Read()?.Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Email is not { } email)
        {
            return LocalRedirect("/account/forgot");
        }

        var outcome = await mediator.Send(new ForgotPassword.Command(email, browser.Origin), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts["mailed-again", email]);
        return LocalRedirect("/account/forgot/sent");
    }
}
