using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>Who let whom in.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class TreeModel(IMediator mediator) : PageModel
{
    public ViewTree.View Tree { get; private set; } = null!;

    /// <param name="member">The handle of the member at the top; null for the whole tree.</param>
    public async Task<IActionResult> OnGetAsync(string? member, string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewTree.Query(member, cursor), cancellationToken) is not { } tree)
        {
            return NotFound();
        }

        Tree = tree;
        return Page();
    }
}
