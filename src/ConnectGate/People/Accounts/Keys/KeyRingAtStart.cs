using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Logging;

namespace ConnectGate.People.Accounts.Keys;

/// <summary>
/// Makes a key at start and from time to time, so that none has to be made in the middle of a request. There the
/// command has the writer's turn.
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
                log.LogWarning("The certificate opens no stored key: a new key was made, everybody signs in again");
            }
        }
        else if (good.TrueForAll(key => key.ExpirationDate < now + RenewBefore))
        {
            keys.CreateNewKey(now + KnownToAll, now + LifeTime);
        }
    }

    // Another certificate may have encrypted the key, or the key file of an earlier version. The exception depends on
    // which of the two it was; the answer is the same.
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
