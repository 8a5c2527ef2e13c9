using ConnectGate.Ties.Groups;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Asks before an organiser closes a group or gathering.</summary>
public sealed class CloseModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) && Seen is { Organised: true, Group.Closed: false }
            ? Page()
            : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new CloseGroup.Command(id), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["closed-done"]);
            return RedirectToPage("/Groups/Group", new { id });
        }

        return !outcome.IsNotFound && await FindAsync(id, cancellationToken)
            ? this.ShowRefusals(outcome.Refusals)
            : NotFound();
    }
}
