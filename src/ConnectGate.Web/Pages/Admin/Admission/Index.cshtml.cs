using ConnectGate.Care.Administration;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Pages.Admin.Admission;

/// <summary>The applicants who wait to be let in.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class IndexModel(IMediator mediator, IOptions<AdmissionOptions> admission) : PageModel
{
    /// <summary>The way of admission in this community.</summary>
    public AdmissionBy By => admission.Value.By;

    public Page<Applicant> Waiting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        var waiting = await mediator.Send(new ListApplicants.Command(cursor), cancellationToken);
        if (!waiting.Succeeded)
        {
            return NotFound();
        }

        Waiting = waiting.Value;
        return Page();
    }
}
