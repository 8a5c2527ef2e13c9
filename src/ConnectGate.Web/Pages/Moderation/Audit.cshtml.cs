using ConnectGate.Care.Audit;
using ConnectGate.Foundation.Audit;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What moderators and administrators did.</summary>
[Authorize(Policy = "Moderator")]
public sealed class AuditModel(IMediator mediator, IStringLocalizer<ModerationTexts> texts) : PageModel
{
    public AuditSearch Search { get; private set; } = new();

    /// <summary>Latest first.</summary>
    public Page<ReadAudit.Row> Entries { get; private set; } = new([], null);

    public AuditHead Head { get; private set; } = AuditHead.Empty;

    public async Task<IActionResult> OnGetAsync(
        [FromQuery] AuditSearch search,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(search);
        Search = search;
        if (await mediator.Send(new ReadAudit.Head(), cancellationToken) is not { } head)
        {
            return NotFound();
        }

        Head = head;
        if (Unreadable() is { } field)
        {
            return this.ShowRefusal(field, texts["audit-date-wrong"]);
        }

        Entries = (await mediator.Send(new ReadAudit.Query(search.Filter, cursor), cancellationToken))!;
        return Page();
    }

    private string? Unreadable() =>
        Search.Filter.From == DateOnly.MinValue ? "from"
        : Search.Filter.To == DateOnly.MinValue ? "to"
        : null;
}
