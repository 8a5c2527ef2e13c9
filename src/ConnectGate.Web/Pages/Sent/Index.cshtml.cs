using ConnectGate.Letters.Sent;

namespace ConnectGate.Web.Pages.Sent;

/// <summary>The letters that a member sent, with the states that a sender may see.</summary>
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    /// <summary>Newest first.</summary>
    public Page<SentRequests.Row> Sent { get; private set; } = null!;

    /// <summary>The time of the page.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Sent = await mediator.Send(new SentRequests.Query(cursor), cancellationToken);
}
