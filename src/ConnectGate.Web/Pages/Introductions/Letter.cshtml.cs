using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Web.Pages.Writing;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>Where one of two members who agreed to an introduction writes to the other.</summary>
public sealed class LetterModel(IMediator mediator, IStringLocalizer<IntroductionsTexts> texts)
    : WriteLetterModel(mediator)
{
    /// <summary>The offer's public id.</summary>
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The introduction that both agreed to.</summary>
    public ViewOffer.View Offer { get; private set; } = null!;

    /// <summary>What the page shows before the member writes.</summary>
    public ComposeLetter.View Asked { get; private set; } = null!;

    public override string Address => $"/introductions/offers/{Id}/letter";

    public override LetterFields Fields => LetterFields.Of(Form, Asked);

    protected override ICommand<SendRequest.Receipt> Send(Letter letter) => new AskOnceAgreed.Command(Id, letter);

    protected override IQuery<LetterView?> See(Letter letter) => new PreviewLetter.Query(Offer.OtherHandle, letter);

    protected override IQuery<CheckRequest.View?> Check(Letter letter) => new AskOnceAgreed.Query(Id, letter);

    protected override string Said(SendRequest.Receipt receipt, string name) => texts["offer-letter-sent", name];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (
            await Mediator.Send(new ViewOffer.Query(Id), cancellationToken) is not { BothAgreed: true } offer
            || await Mediator.Send(new ComposeLetter.Query(offer.OtherHandle), cancellationToken) is not { } asked
        )
        {
            return false;
        }

        (Offer, Asked) = (offer, asked);
        return true;
    }
}
