using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Joining;

/// <summary>The page where a member joins a group by its code. It shows the group first.</summary>
public sealed class JoinModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PageModel
{
    /// <summary>From the link or typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public bool ListMe { get; set; }

    /// <summary>The group of the code; null without a code or for a wrong one.</summary>
    public GroupSeen? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Code is null ? Page() : await LookAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new JoinGroup.Command(Code, ListMe), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["joined", outcome.Value.Name]);
            return RedirectToPage("/Groups/Group", new { id = outcome.Value.Id });
        }

        // A second look-up of a wrong code would count as another guess.
        if (outcome.Refusals[0].Field.Length == 0)
        {
            await LookAsync(cancellationToken);
        }

        return this.ShowRefusals(outcome.Refusals);
    }

    private async Task<IActionResult> LookAsync(CancellationToken cancellationToken)
    {
        var view = await mediator.Send(new JoinGroup.Query(Code), cancellationToken);
        Found = view.Group;
        return view.Refusal is { } refusal ? this.ShowRefusals([refusal]) : Page();
    }
}
