using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>
/// The second step of a decision about a letter. It says who will learn of the decision, then takes it.
/// </summary>
public abstract class DecisionModel(IMediator mediator) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    public LetterView Letter { get; private set; } = null!;

    /// <summary>Where the decision leads.</summary>
    protected virtual IActionResult Next => RedirectToPage("/Inbox/Index");

    /// <summary>Whether the letter's state allows this decision now.</summary>
    protected abstract bool CanDecide(LetterView.Decisions decision);

    protected override IActionResult Opened() =>
        CanDecide(Letter.Decision) ? Page() : RedirectToPage("/Inbox/Letter", new { Id });

    protected Task<IActionResult> DecideAsync<T>(
        ICommand<T> decision,
        Func<T, string> notice,
        CancellationToken cancellationToken
    ) => DoAsync(decision, notice, Next, cancellationToken);

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
