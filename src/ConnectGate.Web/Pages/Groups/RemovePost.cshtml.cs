using ConnectGate.Care.Noticeboards;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Asks before a post is removed from a noticeboard.</summary>
public sealed class RemovePostModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PostModel(mediator)
{
    protected override bool Concerns(ReadNoticeboard.Row post) => post.MayRemove;

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (
            !await FindAsync(id, cancellationToken)
            || !(await Mediator.Send(new RemovePost.Command(id), cancellationToken)).Succeeded
        )
        {
            return NotFound();
        }

        this.Say(texts["post-removed"]);
        return RedirectToPage("/Groups/Group", new { id = Seen.GroupId });
    }
}
