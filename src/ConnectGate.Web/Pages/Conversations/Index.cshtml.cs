using ConnectGate.Desk.Conversations;

namespace ConnectGate.Web.Pages.Conversations;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>In the order of the latest message, newest first.</summary>
    public Page<ListConversations.Row> Conversations { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Conversations = await mediator.Send(new ListConversations.Query(cursor), cancellationToken);
}
