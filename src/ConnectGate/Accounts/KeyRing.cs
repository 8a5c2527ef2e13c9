using System.Xml.Linq;
using ConnectGate.Data;
using ConnectGate.Shared;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Accounts;

/// <summary>
/// Keeps the keys that protect cookies, tokens and forms in the community's database, so that all nodes share them. What is stored was encrypted before; see
/// <see cref="KeyRingServices"/>. The framework's interface is synchronous.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, WriterQueue writers) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        return [.. context.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <summary>Called by <see cref="KeyRingAtStart"/> alone, never in the middle of a command: that would wait for itself.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        using var turn = writers.WaitAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        context.Database.ExecuteSql($"""INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ({friendlyName}, {xml})""");
    }
}

/// <summary>Sees to it that there is a key, at start and from time to time, so that none has to be made in the middle of a request.</summary>
internal sealed class KeyRingAtStart(IKeyManager keys)
{
    // Keys are for the machine, not the story of the community: they follow its clock, as the framework does that reads them.
    private static readonly TimeSpan LifeTime = TimeSpan.FromDays(90), RenewBefore = TimeSpan.FromDays(30);

    // Every node reads the keys once a day; a key that counts later is known to all of them by then.
    private static readonly TimeSpan KnownToAll = TimeSpan.FromDays(2);

    public void Prepare()
    {
        var now = TimeProvider.System.GetUtcNow();
        var good = keys.GetAllKeys().Where(key => !key.IsRevoked && key.ExpirationDate > now).ToList();
        if (!good.Any(key => key.ActivationDate <= now))
        {
            keys.CreateNewKey(now, now + LifeTime);
        }
        else if (good.All(key => key.ExpirationDate < now + RenewBefore))
        {
            keys.CreateNewKey(now + KnownToAll, now + LifeTime);
        }
    }
}
