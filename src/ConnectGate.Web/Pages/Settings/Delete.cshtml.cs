using ConnectGate.People.Members.Deletion;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;
using ConnectGate.Web.Pages.Settings.Security;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>Deletes the member's account. A suspended member reaches it.</summary>
[Authorize(Policy = ConnectGateIdentity.SuspendedToo)]
public sealed class DeleteModel(
    IMediator mediator,
    CurrentMember currentMember,
    BrowserSession browser,
    ReaderTime reader,
    IStringLocalizer<SettingsTexts> texts
) : ProvenModel(mediator, currentMember)
{
    public bool IsSuspended { get; } = currentMember.IsSuspended;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(proof => new DeleteAccount.Command(proof), cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        await browser.EndAsync();
        this.Say(texts["delete-done", reader.Day(outcome.Value.LeavesAt)]);
        return RedirectToPage("/Account/Deletion/Begun");
    }
}
