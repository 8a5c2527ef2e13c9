using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.Ties.Groups;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation;

/// <summary>Where a moderator recognises a group or gathering, or takes that back.</summary>
[Authorize(Policy = "Moderator")]
public sealed class GroupModel(IMediator mediator, IStringLocalizer<SharedTexts> shared) : PageModel
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The group.</summary>
    public GroupSeen Group { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, bool recognised, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new RecogniseGroup.Command(id, recognised, Reason), cancellationToken);
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return this.ShowRefusals(outcome.Refusals);
        }

        this.Say(shared["saved-about", Group.Name]);
        return RedirectToPage("/Moderation/Group", new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ReviewGroups.One(id), cancellationToken) is not { } group)
        {
            return false;
        }

        Group = group;
        return true;
    }
}
