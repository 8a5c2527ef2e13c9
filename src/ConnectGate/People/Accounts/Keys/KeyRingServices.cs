using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.People.Accounts.Keys;

/// <summary>
/// The keys that protect cookies, tokens and forms. They are in the database, so that all nodes share them.
/// </summary>
public static class KeyRingServices
{
    /// <summary>Keeps the keys in the database, encrypted.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="certificate">Encrypts the keys; it has a private RSA key. If it is null, no stored key opens, and
    /// none is made.</param>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, X509Certificate2? certificate)
    {
        var ring = services
            .AddDataProtection()
            .SetApplicationName("ConnectGate")
            .PersistKeysToDbContext<ConnectGateContext>()
            .DisableAutomaticKeyGeneration();
        if (certificate is not null)
        {
            ring.ProtectKeysWithCertificate(certificate);
            services.AddSingleton<KeyRingAtStart>();
        }

        return services;
    }

    /// <summary>Makes a key where no good one is left. For the start, once the database is ready, and daily.</summary>
    public static void PrepareKeyRing(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.GetService<KeyRingAtStart>()?.Prepare();
    }
}
