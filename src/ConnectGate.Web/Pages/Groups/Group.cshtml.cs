using ConnectGate.Care.Noticeboards;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>A group or gathering with its noticeboard, for those who belong to it.</summary>
public sealed class GroupModel(
    IMediator mediator,
    IStringLocalizer<GroupsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : OneGroupModel(mediator)
{
    /// <summary>The typed post.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Where the shown posts begin; null for the latest.</summary>
    [FromQuery]
    public string? Cursor { get; set; }

    /// <summary>The posts, latest first.</summary>
    public ReadNoticeboard.View Noticeboard { get; private set; } = null!;

    public Task<IActionResult> OnPostListMeAsync(bool listed, CancellationToken cancellationToken) =>
        DoAsync(new ListMe.Command(Id, listed), _ => new(shared["saved"]), Here, cancellationToken);

    public Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken) =>
        DoAsync(new ChangeJoinCode.Command(Id), _ => new(texts["code-changed"]), Here, cancellationToken);

    public Task<IActionResult> OnPostPostAsync(CancellationToken cancellationToken) =>
        DoAsync(new WritePost.Command(Id, Text), _ => new(texts["posted"]), Here, cancellationToken);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (
            !await base.FindAsync(cancellationToken)
            || await Mediator.Send(new ReadNoticeboard.Query(Id, Cursor), cancellationToken) is not { } noticeboard
        )
        {
            return false;
        }

        Noticeboard = noticeboard;
        return true;
    }

    private RedirectToPageResult Here => RedirectToPage("/Groups/Group", new { Id });
}
