using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;

namespace ConnectGate.Web.Hosting.Logging;

/// <summary>The log: ids and outcomes, one line each. Configuration sections <c>Serilog</c> and <c>Log</c>.</summary>
internal static class Log
{
    /// <summary>The setting of a file to write to as well, a new one each day.</summary>
    private const string File = "Log:File";

    public static void AddLog(this WebApplicationBuilder builder, bool quiet)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(builder.Configuration, quiet);
    }

    private static void AddSerilog(this IServiceCollection services, ConfigurationManager configuration, bool quiet)
    {
        try
        {
            var log = new LoggerConfiguration()
                .ReadFrom.Configuration(configuration)
                .Enrich.FromLogContext()
                // Main says it in one line.
                .Filter.ByExcluding(happening => happening.MessageTemplate.Text == "Hosting failed to start")
                .WriteTo.Console(
                    new OneLine(),
                    quiet ? LogEventLevel.Error : LogEventLevel.Verbose,
                    standardErrorFromLevel: quiet ? LogEventLevel.Verbose : null
                );
            if (configuration[File] is { Length: > 0 } file)
            {
                TryWriting(file);
                log.WriteTo.File(new OneLine(), file, rollingInterval: RollingInterval.Day);
            }

            services.AddLogging(logging => logging.AddSerilog(log.CreateLogger(), dispose: true));
        }
        catch (Exception unusable) when (unusable is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new ConfigurationException("Serilog", unusable.Message.ReplaceLineEndings(" "));
        }
    }

    // Serilog itself goes on in silence where it cannot write.
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

    /// <summary>
    /// One line for each happening, whatever is in it: a line end in a value, or in an exception's words, cannot begin
    /// a line that looks like another.
    /// </summary>
    internal sealed class OneLine : ITextFormatter
    {
        public void Format(LogEvent logEvent, TextWriter output)
        {
            var source =
                logEvent.Properties.TryGetValue("SourceContext", out var context)
                && context is ScalarValue { Value: string name }
                    ? name[(name.LastIndexOf('.') + 1)..]
                    : "";
            output.Write(
                logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            );
            output.Write($" {Level(logEvent.Level)} {source}: ");
            output.Write(Escaped(logEvent.RenderMessage(CultureInfo.InvariantCulture)));
            if (logEvent.TraceId is { } trace)
            {
                output.Write($" trace={trace}");
            }

            output.Write('\n');
            if (logEvent.Exception is { } exception)
            {
                foreach (var line in exception.ToString().ReplaceLineEndings("\n").Split('\n'))
                {
                    output.Write($"  | {Escaped(line)}\n");
                }
            }
        }

        private static string Level(LogEventLevel level) =>
            level switch
            {
                LogEventLevel.Verbose or LogEventLevel.Debug => "debug",
                LogEventLevel.Information => "info",
                LogEventLevel.Warning => "warn",
                LogEventLevel.Error => "error",
                _ => "fatal",
            };

        private static string Escaped(string text) =>
            text.Any(char.IsControl) || text.Any(character => character is '\u2028' or '\u2029')
                ? string.Concat(
                    text.Select(character =>
                        char.IsControl(character) || character is '\u2028' or '\u2029'
                            ? $"\\u{(int)character:x4}"
                            : character.ToString()
                    )
                )
                : text;
    }
}
