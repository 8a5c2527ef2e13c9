using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>Deletes the outcomes of commands that nobody repeats any more, every hour.</summary>
internal sealed class OutcomesWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutcomesWorker> logger)
    : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new ForgetOutcomes.Command(), cancellationToken);
        return false;
    }
}
