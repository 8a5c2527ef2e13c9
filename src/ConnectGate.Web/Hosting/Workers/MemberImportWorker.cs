using ConnectGate.Care.Administration.Imports;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Applies imports of members part by part. Every node has this worker. The database makes sure that each part is
/// applied once.
/// </summary>
internal sealed class MemberImportWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MemberImportWorker> logger
) : PeriodicWorker(TimeSpan.FromSeconds(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        return (
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ApplyMemberSlice.Command(), cancellationToken)
        )
            .Value
            .Any;
    }
}
