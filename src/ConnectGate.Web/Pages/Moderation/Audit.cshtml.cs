using ConnectGate.Care.Audit;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What moderators and administrators did.</summary>
[Authorize(Policy = "Moderator")]
public sealed class AuditModel(IMediator mediator) : PageModel
{
    /// <summary>Latest first.</summary>
    public Page<ReadAudit.Row> Entries { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ReadAudit.Query(cursor), cancellationToken) is not { } entries)
        {
            return NotFound();
        }

        Entries = entries;
        return Page();
    }
}
