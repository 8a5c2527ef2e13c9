using ConnectGate.Care.Administration.Members;
using ConnectGate.People.Accounts;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>Changes the role of a member. The administrator enters their own password again.</summary>
public sealed class RoleModel(IMediator mediator, CurrentMember currentMember, IStringLocalizer<AdminTexts> texts)
    : ChangeModel(mediator, currentMember)
{
    [BindProperty]
    public Role? Role { get; set; }

    public IEnumerable<Choice> Roles =>
        Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), texts.NameOf(role), texts.HintOf(role)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Role = Member.Role;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ChangeAsync(
            proof => new GrantRole.Command(Handle, Role, proof),
            granted =>
                texts[
                    granted.NeedsSecondFactor ? "role-done-second-factor" : "role-done",
                    Member.DisplayName,
                    texts.NameOf(Role!.Value)
                ],
            cancellationToken
        );
}
