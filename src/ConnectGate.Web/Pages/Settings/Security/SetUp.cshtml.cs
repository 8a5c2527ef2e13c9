using ConnectGate.Foundation;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Pages.Account;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>
/// The authenticator scans the key, or it is typed there; a code of it and the password switch it on.
/// </summary>
public sealed class SetUpModel(IMediator mediator, CurrentMember currentMember, IOptions<SiteOptions> site)
    : ProvenModel(mediator, currentMember)
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key in groups of four.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key as a picture to scan.</summary>
    public string QrCode { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var security = await Mediator.Send(new ViewSecurity.Query(), cancellationToken);
        if (security.KeyToSetUp is not { } key)
        {
            return LocalRedirect("/settings/security/two-factor");
        }

        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        QrCode = AuthenticatorPicture.Of(site.Value.Name, security.Email, key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await SendProvenAsync(
            proof => new SwitchAuthenticatorOn.Command(proof, Code, SessionId),
            cancellationToken
        );
        if (outcome.Succeeded)
        {
            return this.ShowCodes(outcome.Value);
        }

        var shown = await OnGetAsync(cancellationToken);
        return shown is PageResult ? this.ShowAccountRefusals(outcome.Refusals) : shown;
    }
}
