using ConnectGate.Letters.Asking;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Ask;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>Where a sender corrects a letter before it is delivered.</summary>
public sealed class CorrectModel(IMediator mediator, IStringLocalizer<AskingTexts> texts, ReaderTime reader) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty(Name = "")]
    public LetterForm Form { get; set; } = new();

    /// <summary>The letter as it stands.</summary>
    public CorrectRequest.View Sent { get; private set; } = null!;

    /// <summary>What the gate thinks of it.</summary>
    public GateView Gate { get; private set; } = GateView.Waiting;

    /// <summary>The fields of the letter.</summary>
    public LetterFields Fields =>
        new(
            Form,
            Sent.RecipientName,
            [.. Sent.Questions.Select(question => new LetterFields.Question(question.Id, question.Text))],
            Sent.MinimumNote
        )
        {
            Groups = [.. Sent.SharedGroups.Where(group => group.Confirmed || group.Id == Sent.Letter.Group)],
        };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = LetterForm.Of(Sent.Letter);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new CorrectRequest.Command(id, Form.ToLetter()), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["sent-corrected", reader.Time(outcome.Value.DeliverAt)]);
            return RedirectToPage("/Sent/Index");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return await FindAsync(id, cancellationToken) ? refused : NotFound();
    }

    public async Task<IActionResult> OnPostCheckAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new CheckRequest.OfCorrection(id, Form.ToLetter()), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        Gate = GateView.Of(view);
        return this.ForScript(view, Form) ?? (await FindAsync(id, cancellationToken) ? Page() : NotFound());
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new CorrectRequest.Query(id), cancellationToken) is not { } view)
        {
            return false;
        }

        Sent = view;
        return true;
    }
}
