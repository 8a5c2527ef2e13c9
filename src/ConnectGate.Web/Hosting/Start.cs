using ConnectGate.Data;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Hosting;

/// <summary>What happens between building the application and serving the first page.</summary>
internal static class Start
{
    /// <summary>Reads every setting that is checked now, so that a wrong one ends the start and not some request.</summary>
    /// <exception cref="ConfigurationException">A setting is out of range or cannot be read.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            _ = app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        }
        catch (OptionsValidationException invalid)
        {
            throw new ConfigurationException(Section(invalid.OptionsType), Words(invalid));
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<OptionsValidationException>().FirstOrDefault() is { } invalid)
        {
            throw new ConfigurationException(Section(invalid.OptionsType), Words(invalid));
        }
        catch (InvalidOperationException unreadable)
        {
            // "Failed to convert configuration value 'x' at 'Gate:PerDay' to type …"
            throw new ConfigurationException(unreadable.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Makes and migrates the database.</summary>
    /// <exception cref="ConfigurationException">It cannot be opened, migrated or written.</exception>
    public static async Task<Migrated> MigrateAsync(this WebApplication app)
    {
        try
        {
            var done = await ConnectGateDatabase.MigrateAsync(app.Services, app.Lifetime.ApplicationStopping);
            app.PrepareKeys();
            app.Logger.LogInformation("Database ready, {Count} migrations applied, copy kept before: {Copy}", done.Migrations.Count, done.Copy is not null);
            return done;
        }
        catch (DatabaseUnusableException unusable)
        {
            throw new ConfigurationException("ConnectionStrings:ConnectGate", unusable.Message);
        }
    }

    /// <summary>The one line for an exception that ends the start because of a setting; null for a bug.</summary>
    public static string? OneLine(Exception exception) => exception switch
    {
        ConfigurationException => exception.Message,
        OptionsValidationException invalid => $"{Section(invalid.OptionsType)}: {Words(invalid)}",
        IOException { InnerException: AddressInUseException } => $"urls: {exception.Message}",
        _ => null,
    };

    private static string Words(OptionsValidationException invalid) => string.Join(' ', invalid.Failures).ReplaceLineEndings(" ");

    private static string Section(Type options) => options.GetField("Section")?.GetValue(null) as string ?? options.Name;
}
