using ConnectGate.Web.Hosting.Headers;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages;

/// <summary>The welcome page. A signed-in member gets the inbox.</summary>
[AllowAnonymous]
[Cached(CachedAttribute.ForStrangers)]
public sealed class IndexModel(ICurrentMember currentMember) : PageModel
{
    public IActionResult OnGet() => currentMember.IsSignedIn ? LocalRedirect("/inbox") : Page();
}
