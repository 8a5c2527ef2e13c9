using ConnectGate.Ties.Groups;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Details;

public sealed class NewModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public GroupKind Kind { get; set; }

    [BindProperty(Name = "")]
    public DetailsForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new MakeGroup.Command(Kind, Form.ToDetails()), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowRefusals(outcome.Refusals);
        }

        this.Say(texts["made", Form.Name ?? ""]);
        return RedirectToPage("/Groups/Group", new { id = outcome.Value.Id });
    }
}
