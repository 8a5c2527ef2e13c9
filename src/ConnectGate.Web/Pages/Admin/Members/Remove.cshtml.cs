using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>Removes a member. The administrator enters their own password again.</summary>
public sealed class RemoveModel(
    IMediator mediator,
    CurrentMember currentMember,
    ReaderTime reader,
    IStringLocalizer<AdminTexts> texts
) : ChangeModel(mediator, currentMember)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ChangeAsync(
            proof => new RemoveMember.Command(Handle, Reason, proof),
            receipt => texts["remove-done", Member.DisplayName, reader.Day(receipt.LeavesAt)],
            cancellationToken
        );
}
