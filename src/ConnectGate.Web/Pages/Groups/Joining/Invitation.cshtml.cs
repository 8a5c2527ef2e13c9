using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Joining;

/// <summary>The page where a member answers an invitation to a group or gathering.</summary>
public sealed class InvitationModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PageModel
{
    [BindProperty]
    public bool ListMe { get; set; }

    public GroupSeen Group { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await mediator.Send(new AcceptInvitation.Command(id, ListMe), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["joined", Group.Name]);
            return RedirectToPage("/Groups/Group", new { id });
        }

        return outcome.IsNotFound ? NotFound() : this.ShowRefusals(outcome.Refusals);
    }

    public async Task<IActionResult> OnPostDeclineAsync(string id, CancellationToken cancellationToken)
    {
        if (
            !await FindAsync(id, cancellationToken)
            || !(await mediator.Send(new DeclineInvitation.Command(id), cancellationToken)).Succeeded
        )
        {
            return NotFound();
        }

        this.Say(texts["declined", Group.Name]);
        return RedirectToPage("/Groups/Index");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new AcceptInvitation.Query(id), cancellationToken) is not { } group)
        {
            return false;
        }

        Group = group;
        return true;
    }
}
