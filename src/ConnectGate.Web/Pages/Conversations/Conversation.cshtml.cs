using ConnectGate.Desk.Conversations;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Conversations;

[MarksAsRead]
public sealed class ConversationModel(IMediator mediator) : PageModel
{
    /// <summary>The typed message.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public ReadConversation.View Conversation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string handle, string? cursor, CancellationToken cancellationToken) =>
        await FindAsync(handle, cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new WriteMessage.Command(handle, Text), cancellationToken);
        if (outcome.Succeeded)
        {
            return RedirectToPage("/Conversations/Conversation", null, new { handle }, "latest");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await FindAsync(handle, null, cancellationToken) ? refused : NotFound();
    }

    public async Task<IActionResult> OnPostReadAsync(string handle, string? upTo, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new MarkConversationRead.Command(handle, upTo), cancellationToken);
        return outcome.Succeeded
            ? RedirectToPage("/Conversations/Conversation", null, new { handle }, "latest")
            : NotFound();
    }

    private async Task<bool> FindAsync(string handle, string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ReadConversation.Query(handle, cursor), cancellationToken) is not { } conversation)
        {
            return false;
        }

        Conversation = conversation;
        return true;
    }
}
