using ConnectGate.Foundation;
using ConnectGate.Web.Hosting.Mail;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>The work in the background.</summary>
internal static class Background
{
    public static void AddBackground(this WebApplicationBuilder builder, DatabaseSettings database)
    {
        builder.Services.AddSingleton(provider =>
            MailSettings.Read(
                builder.Configuration,
                builder.Environment.IsDevelopment(),
                database.Folder,
                provider.GetRequiredService<IOptions<SiteOptions>>().Value.Address
            )
        );
        builder.Services.AddSingleton<IMailServer>(provider =>
            provider.GetRequiredService<MailSettings>().Server is null
                ? ActivatorUtilities.CreateInstance<MailFolder>(provider)
                : ActivatorUtilities.CreateInstance<SmtpMailServer>(provider)
        );
        builder.Services.AddHostedService<MailWorker>();
        builder.Services.AddHostedService<DigestWorker>();
        builder.Services.AddHostedService<FiguresWorker>();
        builder.Services.AddHostedService<AddressBookWorker>();
        builder.Services.AddHostedService<ExportWorker>();
        builder.Services.AddHostedService<MemberImportWorker>();
        builder.Services.AddHostedService<MembershipWorker>();
        builder.Services.AddHostedService<ForgettingWorker>();
        builder.Services.AddHostedService<DeletionWorker>();
    }

    /// <summary>Checks the mail settings. A command on the server does not need them.</summary>
    /// <exception cref="ConfigurationException">Mail cannot be sent as it is configured.</exception>
    public static void CheckMail(this WebApplication app) => app.Services.GetRequiredService<MailSettings>();
}
