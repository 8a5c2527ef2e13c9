using ConnectGate.People.Accounts.Keys;
using ConnectGate.Web.Hosting.Workers;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Nodes;

/// <summary>Announces that this node runs, and at its end that it stopped.</summary>
internal sealed class NodeWorker(
    ThisNode node,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<NodeWorker> logger
) : PeriodicWorker(AnnounceNode.Every, clock, logger)
{
    private readonly Lock _stopping = new();
    private Task? _forgetting;

    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var announced = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(node.Announcement, cancellationToken);
        if (!announced.Succeeded)
        {
            // It started while this node could not reach the database for longer than a silent node counts.
            logger.LogError("{Problem}", announced.Refusals[0].Message);
        }

        return false;
    }

    // A host can be stopped from two sides at once. Both wait for the same end.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        lock (_stopping)
        {
            _forgetting ??= ForgetAsync(cancellationToken);
        }

        await _forgetting;
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateServerScope();
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ForgetNode.Command(node.Id), cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.LogWarning("The end of this node was not announced: {Kind}", failed.GetType().Name);
        }
    }
}
