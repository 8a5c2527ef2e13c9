namespace ConnectGate.Web.Hosting.Workers;

/// <summary>Repeats a piece of background work. A failure is logged by its type, and the work is tried again.</summary>
internal abstract class PeriodicWorker(TimeSpan period, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Does a part of the work. True where more work waits.</summary>
    public abstract Task<bool> OnceAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            do
            {
                await AllOfItAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task AllOfItAsync(CancellationToken cancellationToken)
    {
        try
        {
            var more = true;
            while (more)
            {
                more = await OnceAsync(cancellationToken);
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.LogError(
                "Background work failed: {Kind}, because of {Cause}",
                failed.GetType().Name,
                failed.GetBaseException().GetType().Name
            );
        }
    }
}
