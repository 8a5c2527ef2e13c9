using ConnectGate.Ties.AddressBook;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Saves imported entries in slices. Every node has this worker. The database makes sure that each slice is saved once.
/// </summary>
internal sealed class AddressBookWorker(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<AddressBookWorker> logger
) : PeriodicWorker(TimeSpan.FromSeconds(1), clock, logger)
{
    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        return (
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SaveSlice.Command(), cancellationToken)
        )
            .Value
            .Any;
    }
}
