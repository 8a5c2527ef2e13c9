using ConnectGate.Care.Moderation.Measures;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation.Appeals;

/// <summary>The appeals that wait for a moderator.</summary>
[Authorize(Policy = "Moderator")]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public Page<ListAppeals.Row> Appeals { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListAppeals.Query(cursor), cancellationToken) is not { } appeals)
        {
            return NotFound();
        }

        Appeals = appeals;
        return Page();
    }
}
