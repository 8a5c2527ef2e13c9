using ConnectGate.Care.Noticeboards;

namespace ConnectGate.Web.Pages.Groups.Noticeboard;

/// <summary>A page about one post of a noticeboard.</summary>
public abstract class PostModel(IMediator mediator) : SubjectModel(mediator)
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>The post, and where it is.</summary>
    public ReadNoticeboard.OneView Seen { get; private set; } = null!;

    /// <summary>Whether the reader may do with this post what the page is for.</summary>
    protected abstract bool Concerns(ReadNoticeboard.Row post);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ReadNoticeboard.One(Id), cancellationToken) is not { } seen || !Concerns(seen.Post))
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
