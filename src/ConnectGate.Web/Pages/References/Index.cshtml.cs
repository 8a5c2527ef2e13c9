using ConnectGate.Letters.References;

namespace ConnectGate.Web.Pages.References;

/// <summary>"Do you know this person?", as far as it is asked of a member.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>What is open, unanswered first.</summary>
    public Page<ListReferences.Row> References { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        References = await mediator.Send(new ListReferences.Query(cursor), cancellationToken);
}
