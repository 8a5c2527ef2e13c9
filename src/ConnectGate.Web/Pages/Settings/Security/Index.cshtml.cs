using ConnectGate.People.Accounts.SecondFactors;

namespace ConnectGate.Web.Pages.Settings.Security;

/// <summary>How a member signs in, at a glance.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>How they do.</summary>
    public ViewSecurity.View Security { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Security = await mediator.Send(new ViewSecurity.Query(), cancellationToken);
}
