namespace ConnectGate.Web.Pages.Bench;

/// <summary>A signed-in form with antiforgery that does nothing. Its form token is good for every other page.</summary>
public sealed class NoopModel : PageModel
{
    public IActionResult OnPost() => RedirectToPage();
}
