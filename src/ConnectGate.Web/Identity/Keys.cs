using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConnectGate.People.Accounts.Keys;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Hosting.Nodes;

namespace ConnectGate.Web.Identity;

/// <summary>
/// The certificate of the key ring: <c>DataProtection:CertificateFile</c> with
/// <c>DataProtection:CertificatePassword</c>, or a self-made one beside the SQLite file.
/// </summary>
internal static class Keys
{
    private const string CertificateFile = "DataProtection:CertificateFile",
        CertificatePassword = "DataProtection:CertificatePassword",
        KeyFile = "DataProtection:KeyFile",
        DefaultName = "data-protection.pfx";

    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    /// <param name="builder">The application's.</param>
    /// <param name="database">Where the keys are kept.</param>
    /// <param name="serves">Whether pages are served. A command makes no certificate, and needs none.</param>
    /// <exception cref="ConfigurationException">The certificate cannot be read or made. Or none is named for
    /// PostgreSQL, whose nodes must all have the same one.</exception>
    public static void AddKeyRing(this WebApplicationBuilder builder, DatabaseSettings database, bool serves)
    {
        var certificate = Certificate(builder.Configuration, database, serves);
        builder.Services.AddKeyRing(certificate);
        if (certificate is not null)
        {
            builder.Services.AddSingleton(new ThisNode(certificate.GetCertHashString(HashAlgorithmName.SHA256)));
            builder.Services.AddHostedService<NodeWorker>();
        }

        builder.Services.AddHostedService<Keeper>();
    }

    /// <summary>
    /// Announces this node. Call it before a key is made: a node with another certificate opens none of the others'
    /// keys and would make one that they cannot open.
    /// </summary>
    /// <exception cref="ConfigurationException">Another node runs with another certificate.</exception>
    public static async Task AnnounceAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateServerScope();
        var announced = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(scope.ServiceProvider.GetRequiredService<ThisNode>().Announcement, app.Lifetime.ApplicationStopping);
        if (!announced.Succeeded)
        {
            throw new ConfigurationException(CertificateFile, announced.Refusals[0].Message);
        }
    }

    private static X509Certificate2? Certificate(
        ConfigurationManager configuration,
        DatabaseSettings database,
        bool serves
    )
    {
        if (configuration[KeyFile] is { Length: > 0 })
        {
            throw new ConfigurationException(
                KeyFile,
                "this version reads no key file; name a certificate in DataProtection:CertificateFile instead."
            );
        }

        if (configuration[CertificateFile] is { Length: > 0 } file)
        {
            return Usable(CertificateFile, () => KeyCertificate.Read(file, configuration[CertificatePassword]));
        }

        if (database.IsPostgres)
        {
            throw new ConfigurationException(
                CertificateFile,
                "it is missing; with PostgreSQL all nodes must be given the same certificate."
            );
        }

        var own = Path.Combine(database.Folder, DefaultName);
        return serves || File.Exists(own)
            ? Usable(DatabaseSettings.Connection, () => KeyCertificate.ReadOrMake(own))
            : null;
    }

    // The setting is the one that says where the file is.
    private static X509Certificate2 Usable(string setting, Func<X509Certificate2> certificate)
    {
        try
        {
            return certificate();
        }
        catch (Exception unreadable)
            when (unreadable
                    is CryptographicException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            throw new ConfigurationException(
                setting,
                $"the certificate of the keys cannot be used. {unreadable.Message.ReplaceLineEndings(" ")}"
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
