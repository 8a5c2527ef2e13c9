using ConnectGate.Letters.Introductions;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>A letter that a member is asked to pass on.</summary>
public sealed class AskModel(IMediator mediator, IStringLocalizer<IntroductionsTexts> texts) : PageModel
{
    /// <summary>The typed words on how the member knows both.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public ViewAsk.View Asked { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) =>
        AnswerAsync(id, new PassOn.Command(id, Words), "ask-done", cancellationToken);

    public Task<IActionResult> OnPostTurnDownAsync(
        string id,
        ConnectorsAnswer? answer,
        CancellationToken cancellationToken
    ) => AnswerAsync(id, new TurnDownIntroduction.Command(id, answer), "no-done", cancellationToken);

    private async Task<IActionResult> AnswerAsync(
        string id,
        ICommand<Done> command,
        string said,
        CancellationToken cancellationToken
    )
    {
        var outcome = await mediator.Send(command, cancellationToken);
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
            new Notice(texts[said, Asked.Requester.DisplayName, Asked.Recipient.DisplayName])
            {
                Links = [new(texts["see-letter"], $"/introductions/{id}")],
            }
        );
        return RedirectToPage("/Introductions/Index");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewAsk.Query(id), cancellationToken) is not { } asked)
        {
            return false;
        }

        Asked = asked;
        return true;
    }
}
