using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace ConnectGate.Web.Hosting.Logging;

/// <summary>The log: ids and outcomes. Configuration sections <c>Serilog</c> and <c>Log</c>.</summary>
internal static class Log
{
    private const string File = "Log:File";

    // "j" writes values as JSON, so a line end in a value adds no line.
    private const string ReadableLine =
        "{Timestamp:HH:mm:ss} {Level:u4} {SourceContext}: {Message:j} {TraceId}{NewLine}{Exception}";

    /// <summary>Replaces the framework's log.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="quiet">Writes errors only, as text to standard error: a person reads what a command says.</param>
    /// <exception cref="ConfigurationException">The log cannot be written as it is configured.</exception>
    public static void AddLog(this WebApplicationBuilder builder, bool quiet)
    {
        var readable = quiet || builder.Environment.IsDevelopment();
        try
        {
            builder.Host.UseSerilog(NewLogger(builder.Configuration, readable, quiet), dispose: true);
        }
        catch (Exception unusable) when (unusable is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new ConfigurationException("Serilog", unusable.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>One event a line: compact JSON for programs, or text for a person.</summary>
    public static ITextFormatter Format(bool readable) =>
        readable
            ? new MessageTemplateTextFormatter(ReadableLine, CultureInfo.InvariantCulture)
            : new RenderedCompactJsonFormatter();

    private static Logger NewLogger(ConfigurationManager configuration, bool readable, bool quiet)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // Its errors hold SQL. Failures and Health log an unavailable database.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            // It logs a stack trace for each stored key that does not open. KeyRing says so once, in one line.
            .MinimumLevel.Override(
                "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager",
                LogEventLevel.Fatal
            )
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .ReadFrom.Configuration(configuration)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutPath>()
            // Main writes its cause in one line.
            .Filter.ByExcluding(logged => logged.MessageTemplate.Text == "Hosting failed to start")
            .WriteTo.Console(
                Format(readable),
                quiet ? LogEventLevel.Error : LogEventLevel.Verbose,
                standardErrorFromLevel: quiet ? LogEventLevel.Verbose : null
            );
        if (configuration[File] is { Length: > 0 } file)
        {
            TryWriting(file);
            log.WriteTo.File(Format(readable), file, rollingInterval: RollingInterval.Day);
        }

        return log.CreateLogger();
    }

    // Serilog ignores a file that it cannot write.
    private static void TryWriting(string file)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            Directory.CreateDirectory(folder);
            using var written = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(File, unwritable.Message);
        }
    }

    // The framework adds the path to each event of a request, and a path holds handles and codes.
    private sealed class WithoutPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
            logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
