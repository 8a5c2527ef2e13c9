using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>
/// Gives a member who lost their address another one. The administrator enters their own password again.
/// </summary>
public sealed class AddressModel(IMediator mediator, CurrentMember currentMember, IStringLocalizer<AdminTexts> texts)
    : ChangeModel(mediator, currentMember)
{
    [BindProperty]
    public string? Email { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ChangeAsync(
            proof => new MoveAddress.Command(Handle, Email, proof),
            _ => texts["move-address-done", Email!, Member.DisplayName],
            cancellationToken
        );
}
