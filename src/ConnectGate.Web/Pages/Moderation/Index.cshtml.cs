using ConnectGate.Care.Moderation;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>The moderators' queue.</summary>
[Authorize(Policy = "Moderator")]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>Which cases.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseState State { get; set; }

    /// <summary>The cases.</summary>
    public Page<ListCases.Row> Cases { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListCases.Query(State, cursor), cancellationToken) is not { } cases)
        {
            return NotFound();
        }

        Cases = cases;
        return Page();
    }
}
