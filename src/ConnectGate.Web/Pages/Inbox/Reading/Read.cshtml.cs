using ConnectGate.Desk.Inbox;

namespace ConnectGate.Web.Pages.Inbox.Reading;

/// <summary>
/// "Read my letters": leads to the first waiting letter. After the last one it says that this was all.
/// </summary>
public sealed class ReadModel(IMediator mediator) : PageModel
{
    /// <summary>Whether the member has read up to the last letter.</summary>
    [FromQuery]
    public bool Over { get; set; }

    /// <summary>The letters that still wait, at most one page of them.</summary>
    public int Waiting { get; private set; }

    /// <summary>The letters whose acceptance can still be undone.</summary>
    public IReadOnlyList<ReviewInbox.GraceRow> InGrace { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var inbox = await mediator.Send(new ReviewInbox.Query(), cancellationToken);
        var waiting = inbox.Letters.Items;
        if (!Over && waiting.Count > 0)
        {
            return LocalRedirect(new LetterLinks(waiting[0].Id, Reading: true).Letter);
        }

        (Waiting, InGrace) = (waiting.Count, inbox.InGrace);
        return Page();
    }
}
