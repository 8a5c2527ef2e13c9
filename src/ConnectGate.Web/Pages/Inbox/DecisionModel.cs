using ConnectGate.Desk.Inbox;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox;

/// <summary>The second step of a decision about a letter: says who will learn what, then takes it.</summary>
public abstract class DecisionModel(IMediator mediator) : PageModel
{
    /// <summary>The letter.</summary>
    public LetterView Letter { get; private set; } = null!;

    /// <summary>Whether this can be decided now.</summary>
    protected abstract bool CanDecide(LetterView.Decisions decision);

    public virtual async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return CanDecide(Letter.Decision) ? Page() : RedirectToPage("/Inbox/Letter", new { id });
    }

    /// <summary>Where to go once it is done.</summary>
    protected virtual IActionResult Done(string id) => RedirectToPage("/Inbox/Index");

    /// <summary>Takes the decision: on from here, or the form again with what is to be mended.</summary>
    protected async Task<IActionResult> DecideAsync<T>(
        string id,
        ICommand<T> decision,
        Func<T, string> said,
        CancellationToken cancellationToken
    )
    {
        var outcome = await mediator.Send(decision, cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(said(outcome.Value));
            return Done(id);
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await OpenAsync(id, cancellationToken) ? refused : NotFound();
    }

    /// <summary>Opens the letter; false where this member has no such letter.</summary>
    protected virtual async Task<bool> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var opened = await mediator.Send(new OpenRequest.Command(id), cancellationToken);
        if (opened.Succeeded)
        {
            Letter = opened.Value;
        }

        return opened.Succeeded;
    }
}
