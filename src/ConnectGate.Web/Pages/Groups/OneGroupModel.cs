using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>What the pages about one group have in common: it is found, or there is no page.</summary>
public abstract class OneGroupModel(IMediator mediator) : PageModel
{
    /// <summary>The group, and the reader's part in it.</summary>
    public ViewGroup.View Seen { get; private set; } = null!;

    /// <summary>Sends commands.</summary>
    protected IMediator Mediator { get; } = mediator;

    /// <summary>Whether the reader belongs to it.</summary>
    protected async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ViewGroup.Query(id), cancellationToken) is not { } seen)
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
