using ConnectGate.Care.Moderation.Rules;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Rules;

/// <summary>The community's rules, which moderators' measures name.</summary>
[Authorize(Policy = "Administrator")]
public sealed class IndexModel(IMediator mediator, IStringLocalizer<AdminTexts> texts) : SubjectModel(mediator)
{
    /// <summary>The public id of the rule in the form; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Wording { get; set; }

    public IReadOnlyList<ListRules.Rule> Rules { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new SaveRule.Command(Id, Name, Wording),
            _ => new(texts["rule-saved", Name ?? ""]),
            Redirect("/admin/rules"),
            cancellationToken
        );

    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new RetireRule.Command(Id ?? ""),
            _ => new(texts["rule-retired"]),
            Redirect("/admin/rules"),
            cancellationToken
        );

    /// <inheritdoc/>
    protected override IActionResult Opened()
    {
        if (Id is null)
        {
            return Page();
        }

        if (Rules.FirstOrDefault(rule => rule.Id == Id) is not { } rule)
        {
            return NotFound();
        }

        (Name, Wording) = (rule.Name, rule.Wording);
        return Page();
    }

    /// <inheritdoc/>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ListRules.Query(), cancellationToken) is not { } rules)
        {
            return false;
        }

        Rules = rules;
        return true;
    }
}
