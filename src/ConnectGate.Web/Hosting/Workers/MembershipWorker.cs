using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>Ends the memberships whose last day is over, every 15 minutes.</summary>
internal sealed class MembershipWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MembershipWorker> logger
) : PeriodicWorker(TimeSpan.FromMinutes(15), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        return (
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new LapseExpired.Command(), cancellationToken)
        )
            .Value
            .Any;
    }
}
