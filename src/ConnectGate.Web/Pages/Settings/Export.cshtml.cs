using ConnectGate.Desk.Portability;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>Everything of the member as a file. A suspended member reaches it.</summary>
[Authorize(Policy = ConnectGateIdentity.SuspendedToo)]
public sealed class ExportModel(IMediator mediator, CurrentMember currentMember) : PageModel
{
    /// <summary>For the download.</summary>
    [BindProperty]
    public string? CurrentPassword { get; set; }

    public ViewExport.View Export { get; private set; } = null!;

    public bool IsSuspended => currentMember.IsSuspended;

    /// <summary>The size of the file, at least 1.</summary>
    public long Kilobytes => (Export.Size + 1023) / 1024;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Export = await mediator.Send(new ViewExport.Query(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var begun = await mediator.Send(new BeginExport.Command(), cancellationToken);
        return begun.Succeeded
            ? RedirectToPage("/Settings/Export")
            : await ShowAsync(begun.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(new ReenterPassword.Try(CurrentPassword), cancellationToken);
        if (answer.Proof is not { } proof)
        {
            return await ShowAsync([answer.Refusal!], cancellationToken);
        }

        return await mediator.Send(new OpenExport.Query(proof), cancellationToken) is { } export
            ? new ExportDownload(export)
            : RedirectToPage("/Settings/Export"); // it is offered no longer
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        return this.ShowAccountRefusals(refusals);
    }
}
