using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Reports;

/// <summary>A member's own reports, and what came of them.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<ReportsTexts> texts) : PageModel
{
    public Page<ListMyReports.Row> Reports { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Reports = await mediator.Send(new ListMyReports.Query(cursor), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new WithdrawReport.Command(id ?? ""), cancellationToken)).Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["withdrawn"]);
        return RedirectToPage();
    }
}
