using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Writing;

/// <summary>
/// A page where a member writes a letter: the form, the gate's view beside it, and the sending. The pages differ in the
/// command that sends the letter and in the words around the form.
/// </summary>
public abstract class WriteLetterModel(IMediator mediator) : SubjectModel(mediator)
{
    // A form cannot send a header, so a request with this one comes from the script, which wants the panel alone.
    private const string PanelOnly = "X-Gate-View";

    /// <summary>The letter as typed.</summary>
    [BindProperty(Name = "")]
    public LetterForm Form { get; set; } = new();

    public GateView Gate { get; private set; } = GateView.NotAsked;

    /// <summary>The letter as its recipient will see it; null where the page shows the form.</summary>
    public LetterView? Preview { get; private set; }

    /// <summary>The page's own address, to which the form is sent.</summary>
    public abstract string Address { get; }

    public abstract LetterFields Fields { get; }

    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(Send(Form.ToLetter()), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(Notice(outcome.Value));
            return RedirectToPage("/Sent/Index");
        }

        Gate = GateView.OfNotSent(outcome);
        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await FindAsync(cancellationToken) ? refused : NotFound();
    }

    public virtual async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(Check(Form.ToLetter()), cancellationToken) is not { } view)
        {
            return NotFound();
        }

        Gate = GateView.Of(view);
        if (Request.Headers.ContainsKey(PanelOnly))
        {
            return Partial("/Pages/Writing/_GateAnswer.cshtml", new GateAnswer(Gate, Form));
        }

        return await FindAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>
    /// Shows the letter as its recipient will see it, and what the gate thinks. It counts as a check. A letter without
    /// note or reason, or that cannot be sent whatever it says, gets the answer of a check.
    /// </summary>
    public virtual async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        var checkedForm = await OnPostCheckAsync(cancellationToken);
        if (checkedForm is PageResult && Gate.Asked && Gate.Missing.All(line => line.Field.Length > 0))
        {
            Preview = await Mediator.Send(See(Form.ToLetter()), cancellationToken);
        }

        return checkedForm;
    }

    protected abstract ICommand<SendRequest.Receipt> Send(Letter letter);

    protected abstract IQuery<LetterView?> See(Letter letter);

    protected abstract IQuery<CheckRequest.View?> Check(Letter letter);

    /// <summary>The notice that the sender reads after the letter is sent.</summary>
    protected abstract string Notice(SendRequest.Receipt receipt);
}
