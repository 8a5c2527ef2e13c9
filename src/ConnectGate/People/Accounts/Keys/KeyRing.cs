using System.Xml.Linq;
using ConnectGate.Foundation.Pipeline.Writing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConnectGate.People.Accounts.Keys;

/// <summary>
/// Keeps the keys that protect cookies, tokens and forms in the community's database, so that all nodes share them.
/// What is stored was encrypted before; see <see cref="KeyRingServices"/>. The framework's interface is synchronous.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, WriterQueue writers) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        return
        [
            .. context.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse),
        ];
    }

    /// <summary>
    /// Called by <see cref="KeyRingAtStart"/> alone, never in the middle of a command: that would wait for itself.
    /// </summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        using var turn = writers.WaitAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        context.Database.ExecuteSql(
            $"""INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ({friendlyName}, {xml})"""
        );
    }
}

/// <summary>
/// Sees to it that there is a key, at start and from time to time, so that none has to be made in the middle of a
/// request.
/// </summary>
internal sealed class KeyRingAtStart(IKeyManager keys, ILogger<KeyRingAtStart> log)
{
    // Keys are for the machine, not the story of the community: they follow its clock, as the framework does that reads
    // them.
    private static readonly TimeSpan LifeTime = TimeSpan.FromDays(90),
        RenewBefore = TimeSpan.FromDays(30);

    // Every node reads the keys once a day; a key that counts later is known to all of them by then.
    private static readonly TimeSpan KnownToAll = TimeSpan.FromDays(2);

    public void Prepare()
    {
        var now = TimeProvider.System.GetUtcNow();
        var current = keys.GetAllKeys().Where(key => !key.IsRevoked && key.ExpirationDate > now).ToList();
        var good = current.Where(CanBeOpened).ToList();
        if (!good.Exists(key => key.ActivationDate <= now))
        {
            keys.CreateNewKey(now, now + LifeTime);
            if (good.Count < current.Count)
            {
                log.LogWarning(
                    "The key file or certificate opens no stored key: a new key was made, everybody signs in again"
                );
            }
        }
        else if (good.TrueForAll(key => key.ExpirationDate < now + RenewBefore))
        {
            keys.CreateNewKey(now + KnownToAll, now + LifeTime);
        }
    }

    // The key may have been encrypted by another key file or certificate. The exception depends on which of the two it
    // was; the answer is the same.
    private static bool CanBeOpened(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception closed) when (closed is not OutOfMemoryException)
        {
            return false;
        }
    }
}
