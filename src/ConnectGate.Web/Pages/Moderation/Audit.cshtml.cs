using System.Globalization;
using ConnectGate.Care.Audit;
using ConnectGate.Foundation.Audit;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What moderators and administrators did.</summary>
[Authorize(Policy = "Moderator")]
public sealed class AuditModel(IMediator mediator, TimeProvider clock, IStringLocalizer<ModerationTexts> texts)
    : PageModel
{
    /// <summary>
    /// How far back words are searched where the reader names no first day, in days. No index finds a part of a text,
    /// so the search reads every entry of these days.
    /// </summary>
    public const int DaysOfWords = 90;

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
        if (!string.IsNullOrWhiteSpace(search.Q) && string.IsNullOrWhiteSpace(search.From))
        {
            search.From = clock.GetUtcNow().AddDays(-DaysOfWords).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

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
