using System.Text.Json;
using ConnectGate.Web.Hosting.Logging;
using Serilog.Events;
using Serilog.Parsing;

namespace ConnectGate.Tests.Web.Hosting;

public sealed class LogTests
{
    private const string Typed = "typed\r\n12:00:00 INFO Forged: by a visitor";

    [Fact]
    public async Task In_production_each_line_is_JSON_and_has_the_routes_pattern_but_nothing_typed()
    {
        // Routing logs through the framework, which adds the path to its events.
        await using var running = await Executable.ServeAsync(
            "Production",
            "--Serilog:MinimumLevel:Override:Microsoft.AspNetCore.Routing=Information"
        );

        await AskAsync(running);

        Assert.Equal(0, await running.StopAsync());
        var events = running.Log.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(events, logged => Property(logged, "Route") == "/m/{handle}");
        Assert.Contains(events, logged =>
            Property(logged, "SourceContext")!.Contains("Routing", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(running.Log, line => line.Contains("typed", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task In_development_each_line_is_text_and_nothing_typed_adds_one()
    {
        await using var running = await Executable.ServeAsync("Development", "--Demo=false");

        await AskAsync(running);

        Assert.Equal(0, await running.StopAsync());
        Assert.Contains(running.Log, line => line.Contains("\"/m/{handle}\"", StringComparison.Ordinal));
        Assert.All(running.Log, line => Assert.Matches("^[0-9:]{8} [A-Z]{4} [A-Za-z.]+: ", line));
        Assert.DoesNotContain(running.Log, line => line.Contains("typed", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_end_in_a_value_adds_no_line(bool readable)
    {
        var logged = new LogEvent(
            TimeProvider.System.GetUtcNow(),
            LogEventLevel.Information,
            exception: null,
            new MessageTemplateParser().Parse("Route {Route}"),
            [new LogEventProperty("Route", new ScalarValue(Typed))]
        );
        using var output = new StringWriter();

        Log.Format(readable).Format(logged, output);

        Assert.Equal(-1, output.ToString().TrimEnd().IndexOfAny(['\r', '\n']));
        Assert.Contains("Forged", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_without_a_file_of_settings_logs_no_SQL()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-");

        await using var running = await Executable.ServeAsync(
            "Production",
            $"--contentRoot={folder.FullName}",
            $"--ConnectionStrings:ConnectGate=Data Source={folder.FullName}/a.db" // so that it makes the tables
        );
        using var answer = await running.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await running.StopAsync());
        Assert.Contains(running.Log, line => line.Contains("Database ready", StringComparison.Ordinal));
        Assert.DoesNotContain(running.Log, line => line.Contains("SELECT", StringComparison.Ordinal));
        Assert.DoesNotContain(running.Log, line => line.Contains("CREATE TABLE", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    private static async Task AskAsync(Executable running)
    {
        foreach (var path in new[] { $"/m/{Uri.EscapeDataString(Typed)}", $"/?q={Uri.EscapeDataString(Typed)}" })
        {
            using var answer = await running.Client.GetAsync(path, TestContext.Current.CancellationToken);
        }
    }

    private static string? Property(JsonElement logged, string name) =>
        logged.TryGetProperty(name, out var value) ? value.GetString() : null;
}
