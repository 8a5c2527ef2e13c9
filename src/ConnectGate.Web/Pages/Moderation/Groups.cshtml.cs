using ConnectGate.Care.Moderation.Recognition;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>The groups and gatherings that members made.</summary>
[Authorize(Policy = "Moderator")]
public sealed class GroupsModel(IMediator mediator) : PageModel
{
    /// <summary>Whether those that are recognised.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recognised { get; set; }

    /// <summary>The newest first.</summary>
    public Page<ReviewGroups.Row> Groups { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ReviewGroups.Query(Recognised, cursor), cancellationToken) is not { } groups)
        {
            return NotFound();
        }

        Groups = groups;
        return Page();
    }
}
