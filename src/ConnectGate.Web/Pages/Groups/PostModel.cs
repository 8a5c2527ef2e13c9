using ConnectGate.Care.Noticeboards;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>What the pages about one post have in common.</summary>
public abstract class PostModel(IMediator mediator) : PageModel
{
    /// <summary>The post, and where it is.</summary>
    public ReadNoticeboard.OneView Seen { get; private set; } = null!;

    /// <summary>Sends commands.</summary>
    protected IMediator Mediator { get; } = mediator;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Whether this page is about a post of that kind.</summary>
    protected abstract bool Concerns(ReadNoticeboard.Row post);

    /// <summary>Whether the reader may read the post and the page is about it.</summary>
    protected async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ReadNoticeboard.One(id), cancellationToken) is not { } seen || !Concerns(seen.Post))
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
