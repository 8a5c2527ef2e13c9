using ConnectGate.People.Accounts.SecondFactors;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>The page for a moderator without a second factor in this session, with the ways to add one.</summary>
public sealed class SecondFactorNeededModel(IMediator mediator) : PageModel
{
    public ViewSecurity.View Security { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Security = await mediator.Send(new ViewSecurity.Query(), cancellationToken);
}
