using ConnectGate.Accounts;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>Where the link of the first mail leads. Opening it changes nothing, since mail scanners open links too; the button confirms.</summary>
[AllowAnonymous]
public sealed class ConfirmModel(IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>From the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ConfirmEmail.Command(Code), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowRefusals(outcome.Refusals);
        }

        this.Say(texts[outcome.Value.Waits ? "confirmed-waits" : "confirmed"]);
        return LocalRedirect("/account/sign-in");
    }
}
