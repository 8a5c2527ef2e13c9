using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Passwords;

/// <summary>Asks for a link to choose a new password. The same page follows for every address, known or not.</summary>
[AllowAnonymous]
public sealed class ForgotModel(IMediator mediator, BrowserSession browser, MailedTo mailedTo) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ForgotPassword.Command(Email, browser.Origin), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        mailedTo.Keep(Email!);
        return LocalRedirect("/account/forgot/sent");
    }
}
