using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConnectGate.Foundation.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Hosting;

/// <summary>The steps between building the application and serving the first page.</summary>
internal static partial class Start
{
    /// <summary>Checks all settings now, so that a wrong one ends the start and not a later request.</summary>
    /// <exception cref="ConfigurationException">A setting is out of range or cannot be read.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            _ = app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        }
        catch (AggregateException several)
            when (several.InnerExceptions.OfType<OptionsValidationException>().FirstOrDefault() is { } invalid)
        {
            throw new ConfigurationException(Words(invalid), several);
        }
        catch (InvalidOperationException unreadable)
        {
            // The message is: "Failed to convert configuration value 'x' at 'Gate:PerDay' to type …"
            throw new ConfigurationException(unreadable.Message.ReplaceLineEndings(" "), unreadable);
        }
    }

    /// <exception cref="ConfigurationException">It cannot be opened, migrated or written.</exception>
    public static async Task<Migrated> MigrateAsync(this WebApplication app)
    {
        try
        {
            var done = await ConnectGateDatabase.MigrateAsync(app.Services, app.Lifetime.ApplicationStopping);
            app.Logger.LogInformation(
                "Database ready, {Count} migrations applied, copy kept before: {Copy}",
                done.Migrations.Count,
                done.Copy is not null
            );
            return done;
        }
        catch (DatabaseUnusableException unusable)
        {
            throw new ConfigurationException("ConnectionStrings:ConnectGate", unusable.Message);
        }
    }

    /// <summary>The line to print for an exception that a setting caused; null for a bug.</summary>
    public static string? OneLine(Exception exception) =>
        exception switch
        {
            ConfigurationException => exception.Message,
            OptionsValidationException invalid => Words(invalid),
            IOException { InnerException: AddressInUseException } or SocketException => $"urls: {exception.Message}",
            FormatException
            or InvalidOperationException
                when exception.Source is "Microsoft.AspNetCore.Server.Kestrel.Core" or "Microsoft.AspNetCore.Http" =>
                $"urls: {exception.Message.ReplaceLineEndings(" ")}",
            _ => null,
        };

    // The framework says "DataAnnotation validation failed for 'GateOptions' members: 'PerDay' with the error: 'The
    // field …'."
    private static string Words(OptionsValidationException invalid)
    {
        var section = invalid.OptionsType.GetField("Section")?.GetValue(null) as string ?? invalid.OptionsType.Name;
        return string.Join(
            ' ',
            invalid.Failures.Select(failure =>
                Annotation().Match(failure.ReplaceLineEndings(" ")) is { Success: true } found
                    ? $"{section}:{found.Groups["member"].Value}: {found.Groups["problem"].Value}"
                    : $"{section}: {failure.ReplaceLineEndings(" ")}"
            )
        );
    }

    [GeneratedRegex(
        "members: '(?<member>.+?)' with the error: '(?<problem>.+)'\\.$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Annotation();
}
