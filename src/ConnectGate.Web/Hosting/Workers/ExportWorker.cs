using ConnectGate.Desk.Portability;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Packs the exports that members asked for. Every node has this worker. The claim makes sure that one node packs an
/// export; another begins it again if that node is gone.
/// </summary>
internal sealed class ExportWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExportWorker> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(2), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var storing = scopes.CreateServerScope();
        var mediator = storing.ServiceProvider.GetRequiredService<IMediator>();
        var work = (await mediator.Send(new ClaimExport.Command(), cancellationToken)).Value;
        if (work.Claimed is { } claimed)
        {
            await PackAsync(mediator, claimed, cancellationToken);
        }

        return work.Any;
    }

    private async Task PackAsync(IMediator storing, ClaimExport.Claimed claimed, CancellationToken cancellationToken)
    {
        await using var reading = scopes.CreateServerScope();
        var pieces = await reading
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new PackExport.Query(claimed.MemberId), cancellationToken);
        await foreach (var piece in pieces.WithCancellation(cancellationToken))
        {
            if (!(await storing.Send(new KeepPiece.Command(claimed, piece), cancellationToken)).Succeeded)
            {
                logger.LogWarning("Another node packs an export that this node had begun");
                return;
            }
        }
    }
}
