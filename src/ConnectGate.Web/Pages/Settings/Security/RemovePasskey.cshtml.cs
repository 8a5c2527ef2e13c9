using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>Asks for the password before a passkey is removed.</summary>
public sealed class RemovePasskeyModel(
    IMediator mediator,
    CurrentMember currentMember,
    IStringLocalizer<AccountTexts> texts
) : ProvenModel(mediator, currentMember)
{
    /// <summary>The passkey.</summary>
    public ViewSecurity.Passkey Passkey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var security = await Mediator.Send(new ViewSecurity.Query(), cancellationToken);
        if (security.Passkeys.FirstOrDefault(passkey => passkey.Id == id) is not { } found)
        {
            return NotFound();
        }

        Passkey = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        // Another member's passkey is not found, whatever the password.
        var shown = await OnGetAsync(id, cancellationToken);
        if (shown is not PageResult)
        {
            return shown;
        }

        var outcome = await SendProvenAsync(proof => new RemovePasskey.Command(proof, id), cancellationToken);
        if (outcome.IsNotFound)
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts["passkey-removed", Passkey.Name]);
        return LocalRedirect("/settings/security/passkeys");
    }
}
