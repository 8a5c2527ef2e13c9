using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>
/// What a member is asked to pass on and was offered; what they answered; what they asked and offered themself.
/// </summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>Which of these.</summary>
    [BindProperty(SupportsGet = true)]
    public IntroductionsFolder Folder { get; set; }

    /// <summary>Letters to pass on, or those answered.</summary>
    public Page<ListAsks.Row> Asked { get; private set; } = new([], null);

    /// <summary>Introductions offered to the member.</summary>
    public Page<ViewOffer.View> Offered { get; private set; } = new([], null);

    /// <summary>What they asked others to pass on.</summary>
    public Page<SentRequests.Row> Sent { get; private set; } = new([], null);

    /// <summary>What they offered.</summary>
    public IReadOnlyList<ListMyOffers.Row> MyOffers { get; private set; } = [];

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        switch (Folder)
        {
            case IntroductionsFolder.Mine:
                Sent = await mediator.Send(new SentRequests.Query(cursor, OnlyIntroduced: true), cancellationToken);
                MyOffers = await mediator.Send(new ListMyOffers.Query(), cancellationToken);
                break;
            case IntroductionsFolder.Answered:
                Asked = await mediator.Send(new ListAsks.Query(cursor, Answered: true), cancellationToken);
                break;
            case IntroductionsFolder.Offered:
                Offered = await mediator.Send(new ViewOffer.ToMe(cursor), cancellationToken);
                break;
            default:
                Asked = await mediator.Send(new ListAsks.Query(cursor), cancellationToken);
                break;
        }
    }

    /// <summary>The name of the words for how an offer stands for its reader.</summary>
    public static string StateOf(ViewOffer.View offer) =>
        offer switch
        {
            { BothAgreed: true } => "offer-both",
            { Agrees: true } => "offer-agreed",
            { Agrees: false } => "offer-declined",
            _ => "offer-open",
        };
}

/// <summary>A part of the introductions.</summary>
public enum IntroductionsFolder
{
    /// <summary>What the member is asked to pass on.</summary>
    Asked,

    /// <summary>The introductions that they are offered.</summary>
    Offered,

    /// <summary>What they answered.</summary>
    Answered,

    /// <summary>What they asked and offered themself.</summary>
    Mine,
}
