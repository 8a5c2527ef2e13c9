using ConnectGate.Care.Administration;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>What the gate refused letters for, in numbers.</summary>
[Authorize(Policy = "Moderator")]
public sealed class FiguresModel(IMediator mediator, ReaderTime reader) : PageModel
{
    /// <summary>By rule and day.</summary>
    public ViewFigures.View Figures { get; private set; } = null!;

    /// <summary>The findings of all rules, one bar for each day, the oldest first.</summary>
    public IReadOnlyList<BarChart.Bar> ByDay =>
        [
            .. Figures
                .Days.Select(
                    (day, place) => new BarChart.Bar(reader.Day(day), Figures.Rules.Sum(rule => rule.ByDay[place]))
                )
                .Reverse(),
        ];

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
