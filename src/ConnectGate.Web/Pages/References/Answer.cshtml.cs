using ConnectGate.Letters.References;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.References;

/// <summary>
/// The page where a member answers the question "Do you know this person?". The member who asked is redirected to the
/// letter.
/// </summary>
public sealed class AnswerModel(
    IMediator mediator,
    IStringLocalizer<ReferencesTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    [BindProperty]
    public Acquaintance? Answer { get; set; }

    /// <summary>The line beside the answer.</summary>
    [BindProperty]
    public string? Line { get; set; }

    public ListReferences.Row Asked { get; private set; } = null!;

    public IEnumerable<Choice> Choices =>
        Enum.GetValues<Acquaintance>().Select(answer => new Choice(answer.ToString(), shared.NameOf(answer)));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken))
        {
            (Answer, Line) = (Asked.Answer, Asked.Line);
            return Page();
        }

        return await mediator.Send(new ListReferences.LetterOf(id), cancellationToken) is { } letter
            ? RedirectToPage("/Inbox/Letter", new { id = letter })
            : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AnswerReference.Command(id, Answer, Line), cancellationToken);
        var refused = this.ShowRefusals(outcome.Refusals);
        if (outcome.IsNotFound || !await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return refused;
        }

        this.Say(
            new Notice(texts["answered", Asked.AboutName])
            {
                Links = [new(texts["change-answer"], $"/references/{id}")],
            }
        );
        return RedirectToPage("/References/Index");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListReferences.One(id), cancellationToken) is not { } asked)
        {
            return false;
        }

        Asked = asked;
        return true;
    }
}
