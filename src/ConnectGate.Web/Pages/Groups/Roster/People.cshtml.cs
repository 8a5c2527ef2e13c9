using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Roster;

public sealed class PeopleModel(IMediator mediator, IStringLocalizer<SharedTexts> shared) : PageModel
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
        var outcome = await mediator.Send(new OrganiseGroup.Command(id, handle ?? "", organises), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
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
