using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>
/// Signing out: the session's row goes, and a copy of its cookie is worth nothing. Fine too where the session has ended
/// already.
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
