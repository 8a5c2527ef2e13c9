using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Sent;
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
            this.Say(Said(outcome.Value, outcome.Value.RecipientName));
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
    /// <param name="name">The recipient's name.</param>
    protected abstract string Said(SendRequest.Receipt receipt, string name);

    /// <summary>
    /// Takes a letter back before its delivery. It comes back into the form of this page, as a draft. After its
    /// delivery the letter is withdrawn and stays among the sent ones.
    /// </summary>
    /// <param name="id">The public id of the letter.</param>
    /// <param name="addressed">Takes the handle of the letter's recipient.</param>
    protected async Task<IActionResult> TakeBackAsync(
        string? id,
        Action<string> addressed,
        IStringLocalizer<AskingTexts> texts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(addressed);
        ArgumentNullException.ThrowIfNull(texts);
        if (
            await Mediator.Send(new CorrectRequest.Query(id ?? ""), cancellationToken) is not { } sent
            || await Mediator.Send(new WithdrawRequest.Command(sent.Id), cancellationToken)
                is not { Succeeded: true, Value: var receipt }
        )
        {
            return NotFound();
        }

        addressed(sent.RecipientHandle);
        if (receipt.TakenBack && await FindAsync(cancellationToken))
        {
            Form = LetterForm.Of(sent.Letter);
            Form.Answers = Fields.Questions.ToDictionary(
                question => question.Id,
                question => AnswerTo(question.Text, sent),
                StringComparer.Ordinal
            );
            return this.GiveBack(texts["sent-taken-back", sent.RecipientName]);
        }

        this.Say(texts[receipt.TakenBack ? "sent-taken-back-only" : "sent-withdrawn", sent.RecipientName]);
        return RedirectToPage("/Sent/Index");
    }

    // A sent letter has ids of its own for the questions.
    private static string? AnswerTo(string question, CorrectRequest.View sent) =>
        sent.Questions.FirstOrDefault(asked => asked.Text == question) is { } found
            ? sent.Letter.Answers?.FirstOrDefault(answer => answer.QuestionId == found.Id)?.Text
            : null;
}
