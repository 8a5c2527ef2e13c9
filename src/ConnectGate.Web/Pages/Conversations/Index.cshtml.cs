using ConnectGate.Desk.Conversations;

namespace ConnectGate.Web.Pages.Conversations;

/// <summary>The member's conversations.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The one with the latest message first.</summary>
    public Page<ListConversations.Row> Conversations { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Conversations = await mediator.Send(new ListConversations.Query(cursor), cancellationToken);
}
