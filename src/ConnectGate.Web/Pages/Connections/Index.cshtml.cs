using ConnectGate.Ties.Connections;

namespace ConnectGate.Web.Pages.Connections;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The text to search for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Latest first.</summary>
    public Page<ListConnections.Row> Connections { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Connections = await mediator.Send(new ListConnections.Query(cursor, Text), cancellationToken);
}
