using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Decisions;

/// <summary>One decision about the reader, and their appeal. A suspended member reaches it.</summary>
[Authorize(Policy = ConnectGateIdentity.SuspendedToo)]
public sealed class DecisionModel(IMediator mediator, IStringLocalizer<DecisionsTexts> texts) : SubjectModel(mediator)
{
    /// <summary>The limit of <see cref="Text"/>.</summary>
    public static TextLimit Limit => AppealMeasure.TextLimit;

    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whether the appeal is also against the other measures of the same decision.</summary>
    [BindProperty]
    public bool Together { get; set; }

    public ReadDecisions.Decision Decision { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new AppealMeasure.Command(Id, Text, Together),
            _ => new(texts["appealed"]),
            RedirectToPage("/Decisions/Decision", new { Id }),
            cancellationToken
        );

    /// <inheritdoc/>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ReadDecisions.One(Id), cancellationToken) is not { } decision)
        {
            return false;
        }

        Decision = decision;
        return true;
    }
}
