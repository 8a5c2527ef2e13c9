using ConnectGate.Letters.Sent;
using ConnectGate.Letters.Talks;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>One letter as its sender sees it, with the talk before the decision.</summary>
public sealed class LetterModel(IMediator mediator, IStringLocalizer<AskingTexts> texts) : PageModel
{
    /// <summary>The typed answer.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public SentRequests.Row Sent { get; private set; } = null!;

    /// <summary>Null where the recipient wrote nothing.</summary>
    public TalkView? Talk { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AnswerRecipient.Command(id, Text), cancellationToken);
        return await AfterAsync(id, outcome, "talk-answered", cancellationToken);
    }

    public async Task<IActionResult> OnPostStopAsync(string id, CancellationToken cancellationToken) =>
        await AfterAsync(
            id,
            await mediator.Send(new StopTalk.Command(id), cancellationToken),
            "talk-stopped",
            cancellationToken
        );

    private async Task<IActionResult> AfterAsync(
        string id,
        Outcome<Done> outcome,
        string said,
        CancellationToken cancellationToken
    )
    {
        if (outcome.Succeeded)
        {
            if (!await FindAsync(id, cancellationToken))
            {
                return NotFound();
            }

            this.Say(texts[said, Sent.DisplayName]);
            return RedirectToPage("/Sent/Letter", null, new { id }, "talk");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await FindAsync(id, cancellationToken) ? refused : NotFound();
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new SentRequests.One(id), cancellationToken) is not { } sent)
        {
            return false;
        }

        (Sent, Talk) = (sent, await mediator.Send(new ViewTalk.Query(id), cancellationToken));
        return true;
    }
}
