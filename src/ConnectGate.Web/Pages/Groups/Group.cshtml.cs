using ConnectGate.Groups;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>A group or gathering, to those who belong to it.</summary>
public sealed class GroupModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts, IStringLocalizer<SharedTexts> shared) : OneGroupModel(mediator)
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostListMeAsync(string id, bool listed, CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new ListMe.Command(id, listed), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Groups/Group", new { id });
        }

        return !outcome.IsNotFound && await FindAsync(id, cancellationToken) ? this.ShowRefusals(outcome.Refusals) : NotFound();
    }

    public async Task<IActionResult> OnPostCodeAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new ChangeJoinCode.Command(id), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["code-changed"]);
            return RedirectToPage("/Groups/Group", new { id });
        }

        return !outcome.IsNotFound && await FindAsync(id, cancellationToken) ? this.ShowRefusals(outcome.Refusals) : NotFound();
    }
}
