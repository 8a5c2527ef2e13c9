using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Web.Pages.Writing;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>Where a sender corrects a letter before it is delivered.</summary>
public sealed class CorrectModel(IMediator mediator, IStringLocalizer<AskingTexts> texts, ReaderTime reader)
    : WriteLetterModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The letter as it stands.</summary>
    public CorrectRequest.View Sent { get; private set; } = null!;

    public override string Address => $"/sent/{Id}/correct";

    public override LetterFields Fields => LetterFields.Of(Form, Sent);

    protected override IActionResult Opened()
    {
        Form = LetterForm.Of(Sent.Letter);
        return Page();
    }

    protected override ICommand<SendRequest.Receipt> Send(Letter letter) => new CorrectRequest.Command(Id, letter);

    protected override IQuery<LetterView?> See(Letter letter) => new PreviewLetter.OfCorrection(Id, letter);

    protected override IQuery<CheckRequest.View?> Check(Letter letter) => new CheckRequest.OfCorrection(Id, letter);

    protected override string Said(SendRequest.Receipt receipt, string name) =>
        texts["sent-corrected", name, reader.Left(receipt.DeliverAt), reader.Time(receipt.DeliverAt)];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new CorrectRequest.Query(Id), cancellationToken) is not { } sent)
        {
            return false;
        }

        Sent = sent;
        return true;
    }
}
