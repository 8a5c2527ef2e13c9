using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Pages.Bench;

/// <summary>Gives the caller the cookie of a session that exists, whoever's it is.</summary>
public sealed class SignInModel(BrowserSession browser) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string session, long account)
    {
        await browser.BeginAsync(new StartedSession(session, account, ""));
        return new EmptyResult();
    }
}
