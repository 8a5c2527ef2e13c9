using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;
using ConnectGate.Web.Pages.Settings.Security;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>A page that changes how a member signs in or what they may do.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public abstract class ChangeModel(IMediator mediator, CurrentMember currentMember)
    : ProvenModel(mediator, currentMember)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    public ViewMember.Brief Member { get; private set; } = null!;

    protected async Task<IActionResult> OpenAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Success leads to the member's page; a refusal shows this page again.</summary>
    protected async Task<IActionResult> ChangeAsync<T>(
        Func<string, ICommand<T>> command,
        Func<T, string> notice,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await SendProvenAsync(command, cancellationToken);
        if (!outcome.Succeeded)
        {
            return outcome.IsNotFound ? NotFound() : this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(notice(outcome.Value));
        return LocalRedirect($"/admin/members/{Member.Handle}");
    }

    protected async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ViewMember.Query(Handle), cancellationToken) is not { } found)
        {
            return false;
        }

        Member = found;
        return true;
    }
}
