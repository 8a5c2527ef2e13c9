using ConnectGate.Care.Moderation;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>The moderators' queue.</summary>
[Authorize(Policy = "Moderator")]
public sealed class IndexModel(
    IMediator mediator,
    IStringLocalizer<ModerationTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    /// <summary>Which cases.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseState State { get; set; }

    /// <summary>Only cases about the member with this handle.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    /// <summary>Only cases with a report of this category.</summary>
    [BindProperty(SupportsGet = true)]
    public ReportCategory? Category { get; set; }

    /// <summary>Only the reader's own, among the taken ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>The address of the queue without a filter.</summary>
    public string Tab => State == CaseState.Open ? "/moderation" : $"/moderation?state={State}";

    public bool IsFiltered => Mine || Category is not null || !string.IsNullOrWhiteSpace(About);

    public IEnumerable<Choice> Categories =>
        Enum.GetValues<ReportCategory>()
            .Select(category => new Choice(category.ToString(), shared.NameOf(category)))
            .Prepend(new Choice("", texts["queue-category-any"]));

    /// <summary>The cases.</summary>
    public Page<ListCases.Row> Cases { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        var about = string.IsNullOrWhiteSpace(About) ? null : About.Trim().TrimStart('@');
        if (
            await mediator.Send(
                new ListCases.Query(State, cursor, Mine && State == CaseState.Taken, about, Category),
                cancellationToken
            )
            is not { } cases
        )
        {
            return NotFound();
        }

        Cases = cases;
        return Page();
    }
}
