using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Roster;

public sealed class PeopleModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PageModel
{
    /// <summary>The members whom the reader may see.</summary>
    public ViewRoster.View Roster { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string? cursor, CancellationToken cancellationToken) =>
        await FindAsync(id, cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOrganiseAsync(
        string id,
        string? handle,
        bool organises,
        CancellationToken cancellationToken
    )
    {
        var member = await mediator.Send(new RemoveMember.Query(id, handle ?? ""), cancellationToken);
        var outcome = await mediator.Send(new OrganiseGroup.Command(id, handle ?? "", organises), cancellationToken);
        if (outcome.Succeeded)
        {
            // Only a member who does not organise is found.
            member ??= await mediator.Send(new RemoveMember.Query(id, handle ?? ""), cancellationToken);
            this.Say(texts[organises ? "organises-now" : "organises-no-more", member?.DisplayName ?? ""]);
            return RedirectToPage("/Groups/Roster/People", new { id });
        }

        return !outcome.IsNotFound && await FindAsync(id, null, cancellationToken)
            ? this.ShowRefusals(outcome.Refusals)
            : NotFound();
    }

    private async Task<bool> FindAsync(string id, string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewRoster.Query(id, cursor), cancellationToken) is not { } roster)
        {
            return false;
        }

        Roster = roster;
        return true;
    }
}
