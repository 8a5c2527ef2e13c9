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

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (BeforeDelivery)
        {
            // The page that asks takes it back, since it gives the letter back into its form.
            return LocalRedirectPreserveMethod(
                Sent.Connector is { } connector
                    ? $"/ask/{Sent.Handle}/introduction?handler=TakeBack&id={Id}&through={connector.Handle}"
                    : $"/ask/{Sent.Handle}?handler=TakeBack&id={Id}"
            );
        }

        return await DoAsync(
            new WithdrawRequest.Command(Id),
            _ => new(texts["sent-withdrawn", Sent.DisplayName]),
            RedirectToPage("/Sent/Index"),
            cancellationToken
        );
    }

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
