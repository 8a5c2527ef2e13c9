using ConnectGate.Care.Noticeboards;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>A group or gathering with its noticeboard, to those who belong to it.</summary>
public sealed class GroupModel(
    IMediator mediator,
    IStringLocalizer<GroupsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : OneGroupModel(mediator)
{
    /// <summary>The post as typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The latest posts, or those further on.</summary>
    public ReadNoticeboard.View Noticeboard { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string? cursor, CancellationToken cancellationToken) =>
        await FindAsync(id, cursor, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostListMeAsync(string id, bool listed, CancellationToken cancellationToken) =>
        DoAsync(id, new ListMe.Command(id, listed), shared["saved"], cancellationToken);

    public Task<IActionResult> OnPostCodeAsync(string id, CancellationToken cancellationToken) =>
        DoAsync(id, new ChangeJoinCode.Command(id), texts["code-changed"], cancellationToken);

    public Task<IActionResult> OnPostPostAsync(string id, CancellationToken cancellationToken) =>
        DoAsync(id, new WritePost.Command(id, Text), texts["posted"], cancellationToken);

    private async Task<IActionResult> DoAsync<T>(
        string id,
        ICommand<T> command,
        string said,
        CancellationToken cancellationToken
    )
    {
        var outcome = await Mediator.Send(command, cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(said);
            if (command is WritePost.Command)
            {
                this.ForgetDraft($"groups/{id}");
            }

            return RedirectToPage("/Groups/Group", new { id });
        }

        return !outcome.IsNotFound && await FindAsync(id, null, cancellationToken)
            ? this.ShowRefusals(outcome.Refusals)
            : NotFound();
    }

    private async Task<bool> FindAsync(string id, string? cursor, CancellationToken cancellationToken)
    {
        if (
            !await FindAsync(id, cancellationToken)
            || await Mediator.Send(new ReadNoticeboard.Query(id, cursor), cancellationToken) is not { } noticeboard
        )
        {
            return false;
        }

        Noticeboard = noticeboard;
        return true;
    }
}
