using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>The list of groups, or of gatherings.</summary>
public abstract class ListModel(IMediator mediator, GroupKind kind) : PageModel
{
    /// <summary>Whether the list shows past gatherings and closed groups.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    public GroupKind Kind { get; } = kind;

    public ListGroups.View Groups { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Groups = await mediator.Send(new ListGroups.Query(Kind, Past, cursor), cancellationToken);
}

public sealed class IndexModel(IMediator mediator) : ListModel(mediator, GroupKind.Group);

public sealed class GatheringsModel(IMediator mediator) : ListModel(mediator, GroupKind.Gathering);
