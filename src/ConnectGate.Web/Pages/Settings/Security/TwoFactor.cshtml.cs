using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages.Account;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>The authenticator and its recovery codes.</summary>
public sealed class TwoFactorModel(
    IMediator mediator,
    CurrentMember currentMember,
    IStringLocalizer<AccountTexts> texts
) : ProvenModel(mediator, currentMember)
{
    public ViewSecurity.View Security { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Security = await Mediator.Send(new ViewSecurity.Query(), cancellationToken);

    public async Task<IActionResult> OnPostSetUpAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(proof => new SetUpAuthenticator.Command(proof), cancellationToken);
        if (!outcome.Succeeded)
        {
            await OnGetAsync(cancellationToken);
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        return LocalRedirect("/settings/security/two-factor/set-up");
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(proof => new NewRecoveryCodes.Command(proof), cancellationToken);
        if (outcome.IsNotFound)
        {
            return NotFound();
        }

        await OnGetAsync(cancellationToken);
        return outcome.Succeeded ? this.ShowCodes(outcome.Value) : this.ShowAccountRefusals(outcome.Refusals);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(
            proof => new SwitchAuthenticatorOff.Command(proof, SessionId),
            cancellationToken
        );
        await OnGetAsync(cancellationToken);
        if (!outcome.Succeeded)
        {
            return this.ShowAccountRefusals(outcome.Refusals);
        }

        this.Say(texts["authenticator-switched-off"]);
        return LocalRedirect("/settings/security");
    }
}
