using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>
/// The second step of a decision about a letter. It says who will learn of the decision, then takes it.
/// </summary>
[MarksAsRead]
public abstract class DecisionModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <inheritdoc cref="LetterLinks" path="/param[@name='Reading']"/>
    [BindProperty(SupportsGet = true)]
    public bool Reading { get; set; }

    public LetterView Letter { get; private set; } = null!;

    public LetterLinks Links => new(Id, Reading);

    protected IStringLocalizer<InboxTexts> Texts { get; } = texts;

    /// <summary>Whether the letter's state allows this decision now.</summary>
    protected abstract bool CanDecide(LetterView.Decisions decision);

    protected override IActionResult Opened() => CanDecide(Letter.Decision) ? Page() : LocalRedirect(Links.Letter);

    /// <summary>
    /// Takes the decision. It leads to the next letter or to the inbox, with a notice that leads on to the change of
    /// the decision.
    /// </summary>
    /// <param name="says">The notice's words, from the receipt and the sender's name.</param>
    /// <param name="undo">Where the decision can be undone; null for nowhere.</param>
    /// <param name="further">Another step that the notice offers.</param>
    protected async Task<IActionResult> DecideAsync<T>(
        ICommand<T> decision,
        Func<T, string, string> says,
        string? undo,
        CancellationToken cancellationToken,
        Func<FindNext.View, Notice.Link>? further = null
    )
    {
        if (await Mediator.Send(new FindNext.Query(Id), cancellationToken) is not { } place)
        {
            return NotFound();
        }

        var links = new List<Notice.Link> { new(Texts["change-decision"], Links.Letter) };
        if (!Reading && (place.After ?? place.Before) is { } next)
        {
            links.Add(new(Texts["next-letter"], new LetterLinks(next, Reading: true).Letter));
        }

        if (further is not null)
        {
            links.Add(further(place));
        }

        return await DoAsync(
            decision,
            done => new Notice(says(done, place.SenderName)) { Undo = undo, Links = links },
            !Reading ? RedirectToPage("/Inbox/Index")
                : place.After is { } after ? LocalRedirect(new LetterLinks(after, Reading).Letter)
                : RedirectToPage("/Inbox/Reading/Read", new { over = true }),
            cancellationToken
        );
    }

    /// <summary>Undoes the decision and leads to the letter.</summary>
    protected async Task<IActionResult> UndoAsync(CancellationToken cancellationToken)
    {
        var undone = await Mediator.Send(new UndoDecision.Command(Id), cancellationToken);
        if (!undone.Succeeded || !await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        this.Say(Undone(undone.Value));
        return LocalRedirect(Links.Letter);
    }

    /// <summary>The words about an undone decision.</summary>
    protected string Undone(LetterState state) =>
        Texts[state == LetterState.Waiting ? "letter-undone" : "letter-undone-declined", Letter.Sender.DisplayName];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var opened = await Mediator.Send(new OpenRequest.Command(Id), cancellationToken);
        if (opened.Succeeded)
        {
            Letter = opened.Value;
        }

        return opened.Succeeded;
    }
}
