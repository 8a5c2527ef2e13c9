using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>One member as an administrator sees them. The audit log records each view.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class MemberModel(IMediator mediator, IStringLocalizer<AdminTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    public ViewMember.View Viewed { get; private set; } = null!;

    private string Address => $"/admin/members/{Uri.EscapeDataString(Handle)}";

    public Task<IActionResult> OnPostSignOutAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new SignMemberOut.Command(Handle),
            _ => new(texts["signed-out", Handle]),
            LocalRedirect(Address),
            cancellationToken
        );

    public Task<IActionResult> OnPostLapseAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new LapseMember.Command(Handle),
            _ => new(texts["lapse-done", Handle]) { Undo = $"{Address}?handler=Renew" },
            LocalRedirect(Address),
            cancellationToken
        );

    public Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new RenewMember.Command(Handle),
            _ => new(texts["renew-done", Handle]),
            LocalRedirect(Address),
            cancellationToken
        );

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) =>
        DoAsync(
            new TakeBackRemoval.Command(Handle),
            _ => new(texts["take-back-done", Handle]),
            LocalRedirect(Address),
            cancellationToken
        );

    /// <inheritdoc/>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new ViewMember.Command(Handle), cancellationToken);
        Viewed = outcome.Succeeded ? outcome.Value : null!;
        return outcome.Succeeded;
    }
}
