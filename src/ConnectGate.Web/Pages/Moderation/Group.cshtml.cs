using ConnectGate.Groups;
using ConnectGate.Moderation;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

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

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, bool recognised, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new RecogniseGroup.Command(id, recognised, Reason), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Moderation/Group", new { id });
        }

        return await FindAsync(id, cancellationToken) ? this.ShowRefusals(outcome.Refusals) : NotFound();
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
