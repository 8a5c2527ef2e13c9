namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Work that is done again and again in the background. What fails is logged, by its kind, and tried again.
/// </summary>
internal abstract class PeriodicWorker(TimeSpan period, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>Does a part of the work; tells whether there is more at once.</summary>
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
            // The application goes down.
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
