using ConnectGate.Letters.References;

namespace ConnectGate.Web.Pages.References;

/// <summary>The questions "Do you know this person?" to a member.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The open questions, unanswered first.</summary>
    public Page<ListReferences.Row> References { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        References = await mediator.Send(new ListReferences.Query(cursor), cancellationToken);
}
