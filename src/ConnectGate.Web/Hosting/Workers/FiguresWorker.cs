using ConnectGate.Letters.Attempts.Refused;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>Saves the counts of refused letters every minute and at the end.</summary>
internal sealed class FiguresWorker(
    RefusalTally tally,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<FiguresWorker> logger
) : PeriodicWorker(TimeSpan.FromMinutes(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        await tally.WriteAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), cancellationToken);
        return false;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await OnceAsync(cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.LogWarning("The counts of refused letters were not saved: {Kind}", failed.GetType().Name);
        }
    }
}
