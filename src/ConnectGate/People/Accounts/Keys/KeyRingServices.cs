using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConnectGate.People.Accounts.Keys;

/// <summary>Where the keys that protect cookies, tokens and forms are kept, and what encrypts them there.</summary>
public static class KeyRingServices
{
    /// <summary>Keeps them in the database, encrypted by a certificate.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="certificate">With its private key.</param>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, X509Certificate2 certificate)
    {
        Keep(services).ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        return services;
    }

    /// <summary>Keeps them in the database, encrypted by a key in a file.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="keyFile">Its path; made at the first start, readable by its owner alone.</param>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, string keyFile)
    {
        services.AddSingleton(_ => KeyFile.ReadOrMake(keyFile));
        Keep(services);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlEncryptor = new KeyFileEncryptor(provider.GetRequiredService<KeyFile>())
            )
        );
        return services;
    }

    /// <summary>Sees to it that there is a good key. At start, once the database is ready, and then daily.</summary>
    /// <exception cref="InvalidOperationException">The key file is no key, or others could read it.</exception>
    /// <exception cref="IOException">The key file cannot be made or read.</exception>
    public static void PrepareKeyRing(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.GetService<KeyRingAtStart>()?.Prepare();
    }

    private static IDataProtectionBuilder Keep(IServiceCollection services)
    {
        services.AddSingleton<KeyRingAtStart>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = provider.GetRequiredService<KeyRing>()
            )
        );
        return services.AddDataProtection().SetApplicationName("ConnectGate").DisableAutomaticKeyGeneration();
    }
}
