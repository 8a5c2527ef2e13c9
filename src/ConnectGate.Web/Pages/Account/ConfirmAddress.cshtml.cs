using ConnectGate.People.Accounts;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>
/// Where the link mailed to a new address leads; its button, with the password, makes it the account's.
/// </summary>
[AllowAnonymous]
public sealed class ConfirmAddressModel(
    IMediator mediator,
    CurrentMember currentMember,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Of the account; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(
            new ConfirmAddress.Try(Code, Password, currentMember.Session?.SessionId),
            cancellationToken
        );
        if (answer.Refusals.Count > 0)
        {
            return this.ShowAccountRefusals(answer.Refusals);
        }

        this.Say(texts["address-changed"]);
        return LocalRedirect(currentMember.IsSignedIn ? "/settings/security" : "/account/sign-in");
    }
}
