using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>What a member asked, in the words that the sender may read.</summary>
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    /// <summary>The requests, newest first.</summary>
    public Page<SentRequests.Row> Sent { get; private set; } = null!;

    /// <summary>When the page was made.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Sent = await mediator.Send(new SentRequests.Query(cursor), cancellationToken);
}
