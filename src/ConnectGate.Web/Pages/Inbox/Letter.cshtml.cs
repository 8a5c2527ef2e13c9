using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox;

/// <summary>One letter, with the facts about its sender and the decision.</summary>
public sealed class LetterModel(
    IMediator mediator,
    IStringLocalizer<InboxTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    /// <summary>The typed note to oneself.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public LetterView Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Text = Letter.NoteToSelf;
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new UndoAccept.Command(id), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts[outcome.Value == LetterState.Waiting ? "letter-undone" : "letter-undone-declined"]);
        return RedirectToPage("/Inbox/Letter", new { id });
    }

    public async Task<IActionResult> OnPostStopAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new StopTalk.Command(id), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["talk-stopped"]);
        return RedirectToPage("/Inbox/Letter", new { id });
    }

    public async Task<IActionResult> OnPostAskAsync(string id, string? ask, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AskReference.Command(id, ask ?? ""), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["reference-ask-done"]);
            return RedirectToPage("/Inbox/Letter", null, new { id }, "both-know");
        }

        if (outcome.IsNotFound || !await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Text = Letter.NoteToSelf;
        return this.ShowRefusals(outcome.Refusals);
    }

    public async Task<IActionResult> OnPostNoteAsync(string id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await mediator.Send(new WriteNoteToSelf.Command(Letter.Sender.Handle, Text), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Inbox/Letter", new { id });
        }

        return this.ShowRefusals(outcome.Refusals);
    }

    private async Task<bool> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var opened = await mediator.Send(new OpenRequest.Command(id), cancellationToken);
        if (opened.Succeeded)
        {
            Letter = opened.Value;
        }

        return opened.Succeeded;
    }
}
