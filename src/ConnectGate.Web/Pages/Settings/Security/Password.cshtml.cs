using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>Changes the password. Other sessions end.</summary>
public sealed class PasswordModel(IMediator mediator, CurrentMember currentMember, IStringLocalizer<AccountTexts> texts)
    : ProvenModel(mediator, currentMember)
{
    [BindProperty]
    public string? NewPassword { get; set; }

    /// <summary>For password managers, which need the account of the password.</summary>
    public string Email { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Email = (await Mediator.Send(new ViewSecurity.Query(), cancellationToken)).Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(
            proof => new ChangePassword.Command(proof, NewPassword, SessionId),
            cancellationToken
        );
        if (!outcome.Succeeded)
        {
            await OnGetAsync(cancellationToken);
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts["password-changed"]);
        return LocalRedirect("/settings/security");
    }
}
