using System.Diagnostics.CodeAnalysis;
using ConnectGate.Desk.Notifications.Digests;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages;

/// <summary>
/// Ends the digest from the link in an email. Mail programs post here by themselves and without a cookie (RFC 8058), so
/// there is no antiforgery token. The secret is in the address.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SuppressMessage("Security", "S4502", Justification = "No cookie plays a part; the secret is the address.")]
public sealed class UnsubscribeModel(IMediator mediator) : PageModel
{
    /// <summary>Whether the digest has ended.</summary>
    public bool Ended { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new EndDigest.Query(token), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        Ended = view.Ended;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new EndDigest.Command(token), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        // No redirect, because mail programs lose redirected posts (RFC 8058, 3.1).
        Ended = true;
        return Page();
    }
}
