using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>A page about one group or gathering, for those who belong to it.</summary>
public abstract class OneGroupModel(IMediator mediator) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The group, and the reader's part in it.</summary>
    public ViewGroup.View Seen { get; private set; } = null!;

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ViewGroup.Query(Id), cancellationToken) is not { } seen)
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
