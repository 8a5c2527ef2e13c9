using ConnectGate.Accounts;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>Where the link mailed to a new address leads; the button makes it the account's.</summary>
[AllowAnonymous]
public sealed class ConfirmAddressModel(IMediator mediator, CurrentMember currentMember, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>From the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ConfirmAddress.Command(Code, currentMember.Session?.SessionId), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowRefusals(outcome.Refusals);
        }

        this.Say(texts["address-changed"]);
        return LocalRedirect(currentMember.IsSignedIn ? "/settings/security" : "/account/sign-in");
    }
}
