using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Rules;

/// <summary>The community's rules, which moderators' measures name.</summary>
[Authorize(Policy = "Administrator")]
public sealed class IndexModel(IMediator mediator, IStringLocalizer<AdminTexts> texts) : PageModel
{
    /// <summary>The public id of the rule in the form; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Wording { get; set; }

    public IReadOnlyList<ListRules.Rule> Rules { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Id is not null)
        {
            if (Rules.FirstOrDefault(rule => rule.Id == Id) is not { } rule)
            {
                return NotFound();
            }

            (Name, Wording) = (rule.Name, rule.Wording);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SaveRule.Command(Id, Name, Wording), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["rule-saved", Name ?? ""]);
            return Redirect("/admin/rules");
        }

        var refused = this.ShowRefusals(outcome.Refusals);
        return !outcome.IsNotFound && await FindAsync(cancellationToken) ? refused : NotFound();
    }

    public async Task<IActionResult> OnPostRetireAsync(CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new RetireRule.Command(Id ?? ""), cancellationToken)).Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["rule-retired"]);
        return Redirect("/admin/rules");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListRules.Query(), cancellationToken) is not { } rules)
        {
            return false;
        }

        Rules = rules;
        return true;
    }
}
