using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>Asks before a letter is taken back or withdrawn.</summary>
public sealed class WithdrawModel(IMediator mediator, TimeProvider clock, IStringLocalizer<AskingTexts> texts)
    : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    public SentRequests.Row Sent { get; private set; } = null!;

    /// <summary>A letter that is taken back before its delivery leaves no trace.</summary>
    public bool BeforeDelivery => clock.GetUtcNow().UtcDateTime < Sent.DeliverAt;

    protected override IActionResult Opened() =>
        Sent.State == SenderState.Sent ? Page() : RedirectToPage("/Sent/Index");

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new WithdrawRequest.Command(Id),
            receipt => texts[receipt.TakenBack ? "sent-taken-back" : "sent-withdrawn"],
            RedirectToPage("/Sent/Index"),
            cancellationToken
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new SentRequests.One(Id), cancellationToken) is not { } sent)
        {
            return false;
        }

        Sent = sent;
        return true;
    }
}
