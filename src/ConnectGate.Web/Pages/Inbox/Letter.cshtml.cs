using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox;

/// <summary>One letter, with the facts about its sender and the decision.</summary>
[MarksAsRead]
public sealed class LetterModel(
    IMediator mediator,
    IStringLocalizer<InboxTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    /// <summary>The typed note to oneself.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <inheritdoc cref="LetterLinks" path="/param[@name='Reading']"/>
    [BindProperty(SupportsGet = true)]
    public bool Reading { get; set; }

    public LetterView Letter { get; private set; } = null!;

    /// <summary>The neighbours in the inbox. Found only while <see cref="Reading"/>, which shows them.</summary>
    public FindNeighbours.View Place { get; private set; } = null!;

    public LetterLinks Links => new(Letter.Id, Reading);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Text = Letter.NoteToSelf;
        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new StopTalk.Command(id), cancellationToken);
        if (!outcome.Succeeded || !await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        this.Say(texts["talk-stopped", Letter.Sender.DisplayName]);
        return LocalRedirect(Links.Letter);
    }

    public async Task<IActionResult> OnPostAskAsync(string id, string? ask, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new AskReference.Command(id, ask ?? ""), cancellationToken);
        if (outcome.IsNotFound || !await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            var asked = Letter.References.Asked.FirstOrDefault(one => one.Handle == ask);
            this.Say(texts["reference-ask-done", asked?.DisplayName ?? "", Letter.Sender.DisplayName]);
            return LocalRedirect($"{Links.Letter}#both-know");
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
            this.Say(shared["note-to-self-saved", Letter.Sender.DisplayName]);
            return LocalRedirect(Links.Letter);
        }

        return this.ShowRefusals(outcome.Refusals);
    }

    public async Task<IActionResult> OnPostKeysAsync(string id, bool on, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await mediator.Send(new SwitchLetterKeys.Command(on), cancellationToken);
        this.Say(texts[on ? "keys-on" : "keys-off"]);
        return LocalRedirect(Links.Letter);
    }

    private async Task<bool> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var opened = await mediator.Send(new OpenRequest.Command(id), cancellationToken);
        if (opened.Succeeded)
        {
            Letter = opened.Value;
            if (Reading)
            {
                Place = await mediator.Send(new FindNeighbours.Query(id), cancellationToken);
            }
        }

        return opened.Succeeded;
    }
}
