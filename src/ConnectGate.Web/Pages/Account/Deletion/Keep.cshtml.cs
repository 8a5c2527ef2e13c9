using ConnectGate.People.Members.Deletion;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Deletion;

/// <summary>What signing in offers while an account is about to be deleted: to keep it.</summary>
[AllowAnonymous]
[LeadsOnWhenSignedIn]
public sealed class KeepModel(IMediator mediator, BrowserSession browser, IStringLocalizer<AccountTexts> texts)
    : PageModel
{
    /// <summary>In UTC, when everything is deleted.</summary>
    public DateTime LeavesAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new KeepAccount.Query(browser.Keep), cancellationToken) is not { } view)
        {
            return RedirectToPage("/Account/SignIn");
        }

        LeavesAt = view.LeavesAt;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new KeepAccount.Command(browser.Keep), cancellationToken);
        browser.RememberToKeep(null);
        this.Say(texts[outcome.Succeeded ? "kept" : "start-again"]);
        return RedirectToPage("/Account/SignIn");
    }
}
