using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>Changes the email address. The new address gets a link, and nothing changes until it is opened.</summary>
public sealed class AddressModel(IMediator mediator, CurrentMember currentMember, IStringLocalizer<AccountTexts> texts)
    : ProvenModel(mediator, currentMember)
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The current address.</summary>
    public string Now { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Now = (await Mediator.Send(new ViewSecurity.Query(), cancellationToken)).Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(proof => new ChangeAddress.Command(proof, Email), cancellationToken);
        if (!outcome.Succeeded)
        {
            await OnGetAsync(cancellationToken);
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts["address-link-mailed", Email!]);
        return LocalRedirect("/settings/security");
    }
}
