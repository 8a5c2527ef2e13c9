using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Ask;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>Where one of two who agreed to be introduced writes to the other.</summary>
public sealed class LetterModel(IMediator mediator, IStringLocalizer<IntroductionsTexts> texts) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty(Name = "")]
    public LetterForm Form { get; set; } = new();

    /// <summary>The introduction that both agreed to.</summary>
    public ViewOffer.View Offer { get; private set; } = null!;

    /// <summary>What is shown before anyone writes.</summary>
    public ComposeLetter.View Asked { get; private set; } = null!;

    /// <summary>What the gate thinks of it.</summary>
    public GateView Gate { get; private set; } = GateView.Waiting;

    /// <summary>The fields of the letter.</summary>
    public LetterFields Fields => LetterFields.Of(Form, Asked);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AskOnceAgreed.Command(id, Form.ToLetter()), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["offer-letter-sent"]);
            this.ForgetDraft($"introductions/offers/{id}");
            return RedirectToPage("/Sent/Index");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await FindAsync(id, cancellationToken) ? refused : NotFound();
    }

    public async Task<IActionResult> OnPostCheckAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new AskOnceAgreed.Query(id, Form.ToLetter()), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        Gate = GateView.Of(view);
        return this.ForScript(view, Form) ?? (await FindAsync(id, cancellationToken) ? Page() : NotFound());
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (
            await mediator.Send(new ViewOffer.Query(id), cancellationToken) is not { BothAgreed: true } offer
            || await mediator.Send(new ComposeLetter.Query(offer.OtherHandle), cancellationToken) is not { } asked
        )
        {
            return false;
        }

        (Offer, Asked) = (offer, asked);
        return true;
    }
}
