using ConnectGate.Care.Noticeboards;

namespace ConnectGate.Web.Pages.Groups.Noticeboard;

/// <summary>Asks before a post is removed from a noticeboard.</summary>
public sealed class RemovePostModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PostModel(mediator)
{
    protected override bool Concerns(ReadNoticeboard.Row post) => post.MayRemove;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new RemovePost.Command(Id),
            _ => new(texts["post-removed", Seen.Post.AuthorName]),
            () => RedirectToPage("/Groups/Group", new { Id = Seen.GroupId }),
            cancellationToken
        );
}
