using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConnectGate.People.Accounts.Keys;
using ConnectGate.Web.Hosting;

namespace ConnectGate.Web.Identity;

/// <summary>
/// What encrypts the keys in the database: <c>DataProtection:CertificateFile</c> and
/// <c>DataProtection:CertificatePassword</c>, or <c>DataProtection:KeyFile</c>.
/// </summary>
internal static class Keys
{
    private const string CertificateFile = "DataProtection:CertificateFile",
        CertificatePassword = "DataProtection:CertificatePassword",
        KeyFile = "DataProtection:KeyFile",
        DefaultName = "data-protection.key";

    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    /// <exception cref="ConfigurationException">PostgreSQL is shared by nodes, so they must be told what to encrypt
    /// with; or the certificate cannot be read.</exception>
    public static void AddKeyRing(this WebApplicationBuilder builder, DatabaseSettings database)
    {
        var configuration = builder.Configuration;
        if (configuration[CertificateFile] is { Length: > 0 } certificate)
        {
            builder.Services.AddKeyRing(Read(certificate, configuration[CertificatePassword]));
        }
        else if (configuration[KeyFile] is { Length: > 0 } file)
        {
            builder.Services.AddKeyRing(file);
        }
        else if (!database.IsPostgres)
        {
            builder.Services.AddKeyRing(Path.Combine(database.Folder, DefaultName));
        }
        else
        {
            throw new ConfigurationException(
                KeyFile,
                "it is missing, and so is DataProtection:CertificateFile; with PostgreSQL all nodes must be "
                    + "given the same one."
            );
        }

        builder.Services.AddHostedService<Keeper>();
    }

    /// <exception cref="ConfigurationException">The key file cannot be used.</exception>
    public static void PrepareKeys(this WebApplication app)
    {
        try
        {
            app.Services.PrepareKeyRing();
        }
        catch (Exception unusable)
            when (unusable
                    is InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
                        or CryptographicException
            )
        {
            throw new ConfigurationException(KeyFile, unusable.Message.ReplaceLineEndings(" "));
        }
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey
                ? certificate
                : throw new ConfigurationException(CertificateFile, "it has no private key.");
        }
        catch (Exception unreadable)
            when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(
                CertificateFile,
                $"it cannot be read. {unreadable.Message.ReplaceLineEndings(" ")}"
            );
        }
    }

    // A new key is made long before the old one ends, and not in the middle of a request.
    private sealed class Keeper(IServiceProvider services, TimeProvider clock, ILogger<Keeper> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(Between, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                try
                {
                    services.PrepareKeyRing();
                }
                catch (Exception failed) when (failed is not OutOfMemoryException)
                {
                    log.LogError(failed, "The keys could not be looked after");
                }
            }
        }
    }
}
