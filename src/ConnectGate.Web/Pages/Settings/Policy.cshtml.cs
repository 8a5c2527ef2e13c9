using ConnectGate.Gate;
using ConnectGate.Members;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>Where a member publishes whom they connect with.</summary>
public sealed class PolicyModel(IMediator mediator, IStringLocalizer<SettingsTexts> texts, IStringLocalizer<SharedTexts> shared) : PageModel
{
    [BindProperty]
    public PolicyKind Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IList<string?> Questions { get; set; } = [];

    /// <summary>Questions to choose from.</summary>
    public IReadOnlyList<string> Offered { get; private set; } = [];

    /// <summary>Open or closed.</summary>
    public IEnumerable<Choice> Kinds => Enum.GetValues<PolicyKind>().Select(kind => new Choice(kind.ToString(), texts.NameOf(kind), texts.HintOf(kind)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var policy = await mediator.Send(new EditPolicy.Query(), cancellationToken);
        (Kind, Text, Offered) = (policy.Kind, policy.Text, policy.Offered);
        Questions = [.. policy.Questions];
        MakeRoom();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new EditPolicy.Command(Kind, Text, [.. Questions]), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Settings/Policy");
        }

        Offered = (await mediator.Send(new EditPolicy.Query(), cancellationToken)).Offered;
        MakeRoom();
        return this.ShowRefusals(outcome.Refusals);
    }

    private void MakeRoom()
    {
        while (Questions.Count < EditPolicy.MostQuestions)
        {
            Questions.Add("");
        }
    }
}
