using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>A member's sessions, each of which can be ended.</summary>
public sealed class SessionsModel(
    IMediator mediator,
    CurrentMember currentMember,
    BrowserSession browser,
    IStringLocalizer<AccountTexts> texts
) : PageModel
{
    public IReadOnlyList<ListSessions.Row> Sessions { get; private set; } = [];

    /// <summary>This page's session.</summary>
    public string Current => currentMember.Session!.SessionId;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Sessions = await mediator.Send(new ListSessions.Query(), cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(string? id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new EndSession.Command(id ?? ""), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["session-ended"]);
        return LocalRedirect("/settings/security/sessions");
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new EndAllSessions.Command(), cancellationToken);
        await browser.EndAsync();
        this.Say(texts["signed-out-everywhere"]);
        return LocalRedirect("/account/sign-in");
    }
}
