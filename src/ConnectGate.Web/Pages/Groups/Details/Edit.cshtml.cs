using ConnectGate.Ties.Groups;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Details;

/// <summary>The page where an organiser edits a group or gathering.</summary>
public sealed class EditModel(IMediator mediator, IStringLocalizer<SharedTexts> shared) : PageModel
{
    [BindProperty(Name = "")]
    public DetailsForm Form { get; set; } = new();

    public EditGroup.View Group { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = DetailsForm.Of(Group.Details);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await mediator.Send(new EditGroup.Command(id, Group.Kind, Form.ToDetails()), cancellationToken);
        if (!outcome.Succeeded)
        {
            return outcome.IsNotFound ? NotFound() : this.ShowRefusals(outcome.Refusals);
        }

        this.Say(shared["saved"]);
        return RedirectToPage("/Groups/Group", new { id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new EditGroup.Query(id), cancellationToken) is not { } group)
        {
            return false;
        }

        Group = group;
        return true;
    }
}
