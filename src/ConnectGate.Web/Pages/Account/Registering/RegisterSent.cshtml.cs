using ConnectGate.People.Members.Registering;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Registering;

/// <summary>"Check your email", after registering.</summary>
[AllowAnonymous]
public sealed class RegisterSentModel(
    IMediator mediator,
    BrowserSession browser,
    MailedTo mailedTo,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    /// <summary>Null where this browser registered nobody within the last hour.</summary>
    public string? Email => mailedTo.Read()?.Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (mailedTo.Read() is not { Registration: { } registration, Email: var email })
        {
            return LocalRedirect("/account/register");
        }

        var outcome = await mediator.Send(
            new MailRegistrationAgain.Command(registration, email, browser.Network),
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts["mailed-again", email]);
        return LocalRedirect("/account/register/sent");
    }
}
