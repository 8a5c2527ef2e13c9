using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>A member's introductions: asked of them, offered to them, answered, and their own.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public IntroductionsFolder Folder { get; set; }

    /// <summary>The letters to pass on, or the answered ones.</summary>
    public Page<ListAsks.Row> Asked { get; private set; } = new([], null);

    public Page<ViewOffer.View> Offered { get; private set; } = new([], null);

    /// <summary>The letters that the member asked others to pass on.</summary>
    public Page<SentRequests.Row> Sent { get; private set; } = new([], null);

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

    /// <summary>The name of the text for an offer's state.</summary>
    public static string StateOf(ViewOffer.View offer) =>
        offer switch
        {
            { BothAgreed: true } => "offer-both",
            { Agrees: true } => "offer-agreed",
            { Agrees: false } => "offer-declined",
            _ => "offer-open",
        };
}

public enum IntroductionsFolder
{
    /// <summary>Letters that the member is asked to pass on.</summary>
    Asked,

    /// <summary>Introductions offered to the member.</summary>
    Offered,

    /// <summary>Letters that the member answered.</summary>
    Answered,

    /// <summary>The member's own requests and offers.</summary>
    Mine,
}
