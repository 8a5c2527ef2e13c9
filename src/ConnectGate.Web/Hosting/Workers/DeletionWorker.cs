using ConnectGate.People.Members.Deletion;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Deletes everything of the members whose time to change their mind is over, every hour. Every node has this worker.
/// A lock makes sure that one node erases a member.
/// </summary>
internal sealed class DeletionWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeletionWorker> logger)
    : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var round = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new EraseMember.Command(), cancellationToken);
        return round.Value.Any;
    }
}
