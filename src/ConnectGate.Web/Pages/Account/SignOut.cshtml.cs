using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>
/// Sign-out deletes the session's row, so a copied cookie is useless. It also works after the session has ended.
/// </summary>
[AllowAnonymous]
public sealed class SignOutModel(
    IMediator mediator,
    CurrentMember currentMember,
    BrowserSession browser,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    public IActionResult OnGet() => currentMember.IsSignedIn ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (currentMember.Session is { } session)
        {
            await mediator.Send(new EndSession.Command(session.SessionId), cancellationToken);
            await browser.EndAsync();
            this.Say(texts["signed-out"]);
        }

        return LocalRedirect("/");
    }
}
