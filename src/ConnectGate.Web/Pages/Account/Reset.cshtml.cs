using ConnectGate.Accounts;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>Where the mailed link leads: choosing a new password.</summary>
[AllowAnonymous]
public sealed class ResetModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>From the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>As typed; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ResetPassword.Command(Code, Password), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowRefusals(outcome.Refusals);
        }

        this.Say(texts["reset-done"]);
        return LocalRedirect("/account/sign-in");
    }
}
