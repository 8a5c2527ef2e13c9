using ConnectGate.Desk.Notifications.Digests;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Writes the digests that are due, every minute. Every node has this worker. The database makes sure that each digest
/// is written once.
/// </summary>
internal sealed class DigestWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var round = (
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new SendDigests.Command(), cancellationToken)
        ).Value;
        if (round.Written > 0)
        {
            logger.LogInformation("{Count} digests written", round.Written);
        }

        return round.Any;
    }
}
