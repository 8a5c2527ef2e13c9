using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Ask;

/// <summary>Where a member asks another to be connected.</summary>
public sealed class IndexModel(
    IMediator mediator,
    IStringLocalizer<AskingTexts> texts,
    ReaderTime reader,
    TimeProvider clock
) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty(Name = "")]
    public LetterForm Form { get; set; } = new();

    /// <summary>What is shown before anyone writes.</summary>
    public ComposeLetter.View Asked { get; private set; } = null!;

    /// <summary>What the gate thinks of it.</summary>
    public GateView Gate { get; private set; } = GateView.Waiting;

    /// <summary>The fields of the letter.</summary>
    public LetterFields Fields => LetterFields.Of(Form, Asked);

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken)
    {
        if (!await FindAsync(handle, cancellationToken))
        {
            return NotFound();
        }

        Form.Reason = Asked.MetAt is null ? null : Reason.MetInPerson;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SendRequest.Command(handle, Form.ToLetter()), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(Sent(outcome.Value));
            this.ForgetDraft($"ask/{handle}");
            return RedirectToPage("/Sent/Index");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return await FindAsync(handle, cancellationToken) ? refused : NotFound();
    }

    public async Task<IActionResult> OnPostCheckAsync(string handle, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new CheckRequest.Query(handle, Form.ToLetter()), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        Gate = GateView.Of(view);
        return this.ForScript(view, Form) ?? (await FindAsync(handle, cancellationToken) ? Page() : NotFound());
    }

    private string Sent(SendRequest.Receipt receipt) =>
        receipt.DeliverAt > clock.GetUtcNow().UtcDateTime
            ? texts["ask-sent", reader.Time(receipt.DeliverAt)]
            : texts["ask-sent-at-once"];

    private async Task<bool> FindAsync(string handle, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ComposeLetter.Query(handle), cancellationToken) is not { } view)
        {
            return false;
        }

        Asked = view;
        return true;
    }
}
