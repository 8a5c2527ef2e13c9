using ConnectGate.Care.Administration;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Admission;

/// <summary>An applicant, and the decision about them.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class ApplicantModel(IMediator mediator, IStringLocalizer<AdminTexts> texts) : PageModel
{
    /// <summary>The chosen decision. The form preselects none.</summary>
    [BindProperty]
    public Decision? Chosen { get; set; }

    public Applicant Applicant { get; private set; } = null!;

    /// <summary>The decisions. The hint of each says who learns of it.</summary>
    public IEnumerable<Choice> Decisions =>
        Enum.GetValues<Decision>()
            .Select(decision => new Choice(decision.ToString(), texts.NameOf(decision), texts.HintOf(decision)));

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken) =>
        await ViewAsync(handle, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        ICommand<Done>? decision = Chosen switch
        {
            Decision.LetIn => new ApproveApplicant.Command(handle),
            Decision.Refuse => new RefuseApplicant.Command(handle),
            _ => null,
        };
        if (decision is null)
        {
            return await ViewAsync(handle, cancellationToken)
                ? this.ShowRefusal("chosen", texts["decision-missing"])
                : NotFound();
        }

        if (
            !await ViewAsync(handle, cancellationToken) || !(await mediator.Send(decision, cancellationToken)).Succeeded
        )
        {
            return NotFound();
        }

        this.Say(texts[Chosen == Decision.LetIn ? "was-let-in" : "was-refused", Applicant.DisplayName]);
        return RedirectToPage("/Admin/Admission/Index");
    }

    private async Task<bool> ViewAsync(string handle, CancellationToken cancellationToken)
    {
        var applicant = await mediator.Send(new ViewApplicant.Command(handle), cancellationToken);
        if (!applicant.Succeeded)
        {
            return false;
        }

        Applicant = applicant.Value;
        return true;
    }

    public enum Decision
    {
        /// <summary>The applicant becomes a member.</summary>
        LetIn,

        /// <summary>The account is removed.</summary>
        Refuse,
    }
}
