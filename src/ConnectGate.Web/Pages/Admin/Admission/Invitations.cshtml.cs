using ConnectGate.Care.Administration;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Pages.Admin.Admission;

/// <summary>The invited addresses without an account, and a form to invite more.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class InvitationsModel(
    IMediator mediator,
    IOptions<AdmissionOptions> admission,
    IStringLocalizer<AdminTexts> texts
) : PageModel
{
    /// <summary>The way of admission in this community.</summary>
    public AdmissionBy By => admission.Value.By;

    /// <summary>One address on each line.</summary>
    [BindProperty]
    public string? Addresses { get; set; }

    public Page<ListInvitations.Row> Invited { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        await ListAsync(cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new InviteAddresses.Command(Addresses), cancellationToken);
        if (!outcome.Succeeded)
        {
            return !outcome.IsNotFound && await ListAsync(null, cancellationToken)
                ? this.ShowRefusals(outcome.Refusals)
                : NotFound();
        }

        this.Say(texts["invited", outcome.Value.Mailed, outcome.Value.Known]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? email, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new WithdrawInvitation.Command(email), cancellationToken)).Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["invitation-withdrawn", email ?? ""]);
        return RedirectToPage();
    }

    private async Task<bool> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        var invited = await mediator.Send(new ListInvitations.Command(cursor), cancellationToken);
        if (!invited.Succeeded)
        {
            return false;
        }

        Invited = invited.Value;
        return true;
    }
}
