using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConnectGate.Foundation;
using ConnectGate.Foundation.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Hosting;

/// <summary>The steps between building the application and serving the first page.</summary>
internal static partial class Start
{
    /// <summary>
    /// The folder of settings, pages and data: where the published application is, from wherever it is started. Null,
    /// the framework's default, for a build in the source tree, whose static files are not beside it.
    /// </summary>
    public static string? ContentRoot =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    /// <summary>
    /// Values of settings whose own default would not be safe. They hold without a file of settings, and any source
    /// overrides them.
    /// </summary>
    public static void AddSafeDefaults(this WebApplicationBuilder builder) =>
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(
            0,
            new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
            {
                InitialData = [new("AllowedHosts", "localhost;127.0.0.1;[::1]")],
            }
        );

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

    /// <summary>
    /// Requires the settings without which a site on a server is not safe or its mail leads nowhere. Development has
    /// defaults for all of them.
    /// </summary>
    /// <exception cref="ConfigurationException">One of them is missing, or two contradict each other.</exception>
    public static void CheckAddresses(this WebApplication app)
    {
        var settings = app.Configuration;
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        const string address = SiteOptions.Section + ":" + nameof(SiteOptions.Address);
        if (string.IsNullOrWhiteSpace(settings[address]))
        {
            throw new ConfigurationException(address, "it is missing; expected 'https://members.society.example/'.");
        }

        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Address;
        var hosts = (settings["AllowedHosts"] ?? "").Split(';', StringSplitOptions.TrimEntries);
        if (!Array.Exists(hosts, host => host == "*" || IsOf(site.Host, host)))
        {
            throw new ConfigurationException("AllowedHosts", $"it lacks {site.Host}, the host of {address}.");
        }

        var listens = settings["urls"] ?? settings["http_ports"] ?? settings["https_ports"] ?? "";
        var isBehindProxy =
            site.Scheme == Uri.UriSchemeHttps
            && !listens.Contains("https", StringComparison.OrdinalIgnoreCase)
            && settings["https_ports"] is null
            && !settings.GetSection("Kestrel:Endpoints").Exists();
        if (isBehindProxy && !Proxies.AreKnown(settings))
        {
            throw new ConfigurationException(
                Proxies.Setting,
                $"it is missing. {address} begins with https, and this process listens on http only: name the proxy "
                    + "before it, such as 127.0.0.1."
            );
        }

        static bool IsOf(string host, string allowed) =>
            string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase)
            || (
                allowed.StartsWith("*.", StringComparison.Ordinal)
                && host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            );
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
            ConfigurationException or DatabaseUnusableException => exception.Message,
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
