using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>What the lists of groups and of gatherings have in common.</summary>
public abstract class ListModel(IMediator mediator, GroupKind kind) : PageModel
{
    /// <summary>Whether those that are over.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    /// <summary>Which of the two.</summary>
    public GroupKind Kind { get; } = kind;

    /// <summary>What is shown.</summary>
    public ListGroups.View Groups { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Groups = await mediator.Send(new ListGroups.Query(Kind, Past, cursor), cancellationToken);
}

/// <summary>The member's groups.</summary>
public sealed class IndexModel(IMediator mediator) : ListModel(mediator, GroupKind.Group);

/// <summary>The member's gatherings.</summary>
public sealed class GatheringsModel(IMediator mediator) : ListModel(mediator, GroupKind.Gathering);
