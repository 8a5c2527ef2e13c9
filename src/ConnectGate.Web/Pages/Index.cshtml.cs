using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages;

/// <summary>What this place is; who is signed in goes on to the inbox.</summary>
[AllowAnonymous]
public sealed class IndexModel(ICurrentMember currentMember) : PageModel
{
    /// <summary>The welcome, or the way to the inbox.</summary>
    public IActionResult OnGet() => currentMember.IsSignedIn ? LocalRedirect("/inbox") : Page();
}
