using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Ties.Connections;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Ask;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>Where a member asks one of their connections to introduce them: first whom, then the letter.</summary>
public sealed class AskForModel(IMediator mediator, IStringLocalizer<IntroductionsTexts> texts, ReaderTime reader)
    : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty(Name = "")]
    public LetterForm Form { get; set; } = new();

    /// <summary>What is shown before anyone writes.</summary>
    public ComposeLetter.View Asked { get; private set; } = null!;

    /// <summary>Whom there is to choose from, while nobody is chosen.</summary>
    public ConnectionsToChoose Choice { get; private set; } = null!;

    /// <summary>What the gate thinks of it.</summary>
    public GateView Gate { get; private set; } = GateView.Waiting;

    /// <summary>The fields of the letter.</summary>
    public LetterFields Fields => LetterFields.Of(Form, Asked);

    public async Task<IActionResult> OnGetAsync(
        string handle,
        string? through,
        string? q,
        string? cursor,
        CancellationToken cancellationToken
    ) => await FindAsync(handle, through, q, cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string handle, string? through, CancellationToken cancellationToken)
    {
        if (through is null)
        {
            return await ChooseFirstAsync(handle, cancellationToken);
        }

        var outcome = await mediator.Send(
            new AskForIntroduction.Command(handle, through, Form.ToLetter()),
            cancellationToken
        );
        if (outcome.Succeeded)
        {
            this.Say(texts["ask-for-sent", reader.Time(outcome.Value.DeliverAt)]);
            this.ForgetDraft($"ask/{handle}/introduction");
            return RedirectToPage("/Sent/Index");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return await FindAsync(handle, through, null, null, cancellationToken) ? refused : NotFound();
    }

    public async Task<IActionResult> OnPostCheckAsync(
        string handle,
        string? through,
        CancellationToken cancellationToken
    )
    {
        if (through is null)
        {
            return await ChooseFirstAsync(handle, cancellationToken);
        }

        if (
            await mediator.Send(new CheckRequest.Query(handle, Form.ToLetter(), through), cancellationToken)
            is not { } view
        )
        {
            return NotFound();
        }

        Gate = GateView.Of(view);
        return this.ForScript(view, Form)
            ?? (await FindAsync(handle, through, null, null, cancellationToken) ? Page() : NotFound());
    }

    private async Task<IActionResult> ChooseFirstAsync(string handle, CancellationToken cancellationToken) =>
        await FindAsync(handle, null, null, null, cancellationToken)
            ? this.ShowRefusal("through", texts["choose-first"])
            : NotFound();

    private async Task<bool> FindAsync(
        string handle,
        string? through,
        string? text,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        if (await mediator.Send(new ComposeLetter.Query(handle, through), cancellationToken) is not { } view)
        {
            return false;
        }

        Asked = view;
        if (through is null)
        {
            var found = await mediator.Send(new ListConnections.Query(cursor, text), cancellationToken);
            Choice = new ConnectionsToChoose($"/ask/{view.Recipient.Handle}/introduction", "through", text, found);
        }

        return true;
    }
}
