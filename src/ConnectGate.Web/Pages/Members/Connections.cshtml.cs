using ConnectGate.Ties.Connections;

namespace ConnectGate.Web.Pages.Members;

/// <summary>Another member's connections, for viewers who may see them.</summary>
public sealed class ConnectionsModel(IMediator mediator) : PageModel
{
    public ConnectionsOf.View List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string handle, string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ConnectionsOf.Query(handle, cursor), cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        return Page();
    }
}
