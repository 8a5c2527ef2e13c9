using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>Asks before a letter is taken back or withdrawn.</summary>
public sealed class WithdrawModel(IMediator mediator, TimeProvider clock, IStringLocalizer<AskingTexts> texts)
    : PageModel
{
    /// <summary>The request.</summary>
    public SentRequests.Row Sent { get; private set; } = null!;

    /// <summary>Whether it is not delivered yet, and goes without trace.</summary>
    public bool BeforeDelivery => clock.GetUtcNow().UtcDateTime < Sent.DeliverAt;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new SentRequests.One(id), cancellationToken) is not { } sent)
        {
            return NotFound();
        }

        Sent = sent;
        return sent.State == SenderState.Sent ? Page() : RedirectToPage("/Sent/Index");
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new WithdrawRequest.Command(id), cancellationToken);
        if (outcome.IsNotFound)
        {
            return NotFound();
        }

        this.Say(texts[outcome.Value.TakenBack ? "sent-taken-back" : "sent-withdrawn"]);
        return RedirectToPage("/Sent/Index");
    }
}
