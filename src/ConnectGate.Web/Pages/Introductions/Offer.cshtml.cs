using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>An introduction that a connection offers.</summary>
public sealed class OfferModel(IMediator mediator, IStringLocalizer<IntroductionsTexts> texts) : PageModel
{
    public ViewOffer.View Offer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, bool? agrees, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AnswerOffer.Command(id, agrees), cancellationToken);
        var refused = this.ShowRefusals(outcome.Refusals);
        if (outcome.IsNotFound || !await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return refused;
        }

        this.Say(texts[outcome.Value.BothAgreed ? "agree-both" : "agree-done", Offer.OtherName]);
        return RedirectToPage("/Introductions/Offer", new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewOffer.Query(id), cancellationToken) is not { } offer)
        {
            return false;
        }

        Offer = offer;
        return true;
    }
}
