using ConnectGate.People.Accounts.SecondFactors;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>An overview of how a member signs in.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ViewSecurity.View Security { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Security = await mediator.Send(new ViewSecurity.Query(), cancellationToken);
}
