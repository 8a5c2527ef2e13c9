using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Asks before a member leaves a group.</summary>
public sealed class LeaveModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new LeaveGroup.Command(id), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["left"]);
            return RedirectToPage("/Groups/Index");
        }

        return !outcome.IsNotFound && await FindAsync(id, cancellationToken)
            ? this.ShowRefusals(outcome.Refusals)
            : NotFound();
    }
}
