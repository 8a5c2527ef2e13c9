using ConnectGate.People.Accounts.SecondFactors;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>Where a moderator without a second factor in this session is led, with the ways to one.</summary>
public sealed class SecondFactorNeededModel(IMediator mediator) : PageModel
{
    /// <summary>How they sign in.</summary>
    public ViewSecurity.View Security { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Security = await mediator.Send(new ViewSecurity.Query(), cancellationToken);
}
