using ConnectGate.Care.Administration;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What the gate refused letters for, in numbers.</summary>
[Authorize(Policy = "Moderator")]
public sealed class FiguresModel(IMediator mediator) : PageModel
{
    /// <summary>By rule and day.</summary>
    public ViewFigures.View Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewFigures.Query(), cancellationToken) is not { } figures)
        {
            return NotFound();
        }

        Figures = figures;
        return Page();
    }
}
