using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages;

/// <summary>
/// A page about one thing, which it looks up first. A member who may not see the thing gets the same 404 as for a
/// missing one.
/// </summary>
public abstract class SubjectModel(IMediator mediator) : PageModel
{
    protected IMediator Mediator { get; } = mediator;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Opened() : NotFound();

    /// <summary>Looks the thing up; false where this member may not see it.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken cancellationToken);

    /// <summary>The answer to a GET, once the thing is found.</summary>
    protected virtual IActionResult Opened() => Page();

    /// <summary>
    /// Sends a command. Success leads to the next page, with a notice; a refusal shows this page again, with everything
    /// that was typed.
    /// </summary>
    protected async Task<IActionResult> DoAsync<T>(
        ICommand<T> command,
        Func<T, Notice> notice,
        IActionResult next,
        CancellationToken cancellationToken
    )
    {
        var outcome = await Mediator.Send(command, cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(notice(outcome.Value));
            return next;
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await FindAsync(cancellationToken) ? refused : NotFound();
    }

    /// <summary>Does the same to a thing that the command, the notice or the next page names: finds it first.</summary>
    protected async Task<IActionResult> DoToFoundAsync<T>(
        Func<ICommand<T>> command,
        Func<T, Notice> notice,
        Func<IActionResult> next,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(next);
        return await FindAsync(cancellationToken)
            ? await DoAsync(command(), notice, next(), cancellationToken)
            : NotFound();
    }
}
