using ConnectGate.Care.Moderation;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>The file on one member: the evidence, the history, the decision.</summary>
[Authorize(Policy = "Moderator")]
public sealed class CaseModel(IMediator mediator, IStringLocalizer<ModerationTexts> texts) : PageModel
{
    /// <summary>What is to be done.</summary>
    [BindProperty]
    public Measure? Chosen { get; set; }

    /// <summary>For how many days.</summary>
    [BindProperty]
    public int? Days { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The case.</summary>
    public ViewCase.View Viewed { get; private set; } = null!;

    /// <summary>What there is to choose from.</summary>
    public IEnumerable<Choice> Measures =>
        Enum.GetValues<Measure>()
            .Select(measure => new Choice(measure.ToString(), texts.NameOf(measure), texts.HintOf(measure)));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await ViewAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        ICommand<CaseDecided>? decision = Chosen switch
        {
            Measure.Dismiss => new DismissCase.Command(id, Reason),
            Measure.SuspendForGood => new SuspendAuthor.Command(id, null, Reason),
            Measure.Suspend when Days is not null => new SuspendAuthor.Command(id, Days, Reason),
            _ => null,
        };
        if (decision is null)
        {
            return await ViewAsync(id, cancellationToken)
                ? Chosen is null
                    ? this.ShowRefusal("chosen", texts["measure-missing"])
                    : this.ShowRefusal("days", texts["days-missing", SuspendAuthor.MostDays])
                : NotFound();
        }

        var outcome = await mediator.Send(decision, cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(
                new Notice(texts["case-decided", outcome.Value.AuthorName])
                {
                    Links = [new(texts["see-case"], $"/moderation/cases/{id}")],
                }
            );
            return RedirectToPage("/Moderation/Index");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await ViewAsync(id, cancellationToken) ? refused : NotFound();
    }

    private async Task<bool> ViewAsync(string id, CancellationToken cancellationToken)
    {
        var viewed = await mediator.Send(new ViewCase.Command(id), cancellationToken);
        if (viewed.Succeeded)
        {
            Viewed = viewed.Value;
        }

        return viewed.Succeeded;
    }

    /// <summary>What a moderator can do about a case.</summary>
    public enum Measure
    {
        /// <summary>Not follow the reports.</summary>
        Dismiss,

        /// <summary>Suspend for some days.</summary>
        Suspend,

        /// <summary>Suspend without an end.</summary>
        SuspendForGood,
    }
}
