using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.People.Mail;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Deletes the outcomes of commands that nobody repeats any more, and mail that was given up long ago, every hour.
/// </summary>
internal sealed class ForgettingWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ForgettingWorker> logger
) : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new ForgetOutcomes.Command(), cancellationToken);
        await mediator.Send(new ForgetMail.Command(), cancellationToken);
        return false;
    }
}
