using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Benchmarks.Site;

/// <summary>
/// A published build with the bench pages, as a process of its own that serves a copy of a community.
/// </summary>
internal sealed partial class PublishedSite : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private PublishedSite(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
    }

    public Uri Address => _client.BaseAddress!;

    /// <summary>The processor time of the server so far, user and system.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that the server has resident, in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts the build on the database and waits for its first answer.</summary>
    /// <param name="build">The folder that `dotnet publish` wrote.</param>
    /// <param name="database">A SQLite file. The site makes its key file beside it.</param>
    public static async Task<PublishedSite> StartAsync(string build, string database, int port)
    {
        var start = new ProcessStartInfo(Path.Combine(build, "ConnectGate.Web"))
        {
            WorkingDirectory = Path.GetDirectoryName(database)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The limits are higher, so that a round does not exhaust an allowance. The work for each request is the same.
        foreach (
            var (setting, value) in new[]
            {
                ("ASPNETCORE_ENVIRONMENT", "Development"),
                ("ASPNETCORE_URLS", $"http://localhost:{port}"),
                ("ConnectionStrings__ConnectGate", $"Data Source={database}"),
                ("Demo", "false"),
                ("Gate__PerDay", "1000"),
                ("Gate__UnderWay", "1000"),
                ("Gate__SendAttempts", "10000"),
                ("Gate__CheckAttempts", "10000"),
                ("Gate__LookUpsPerDay", "1000000"),
                ("Serilog__MinimumLevel__Default", "Warning"),
                ("Serilog__MinimumLevel__Override__Microsoft", "Warning"),
            }
        )
        {
            start.Environment[setting] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var site = new PublishedSite(process, new Uri($"http://localhost:{port}"));
        while (!await site.AnswersAsync())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The site ended with {process.ExitCode}.");
            }

            await Task.Delay(20);
        }

        return site;
    }

    /// <summary>Signs a reader in.</summary>
    public async Task<SignedIn> SignInAsync(long reader)
    {
        var session = await _client.GetAsync(
            new Uri($"/bench/sign-in/{Scale.PublicIdOf('S', reader)}/{reader}", UriKind.Relative)
        );
        var cookies = CookiesOf(session.EnsureSuccessStatusCode());
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/bench/noop");
        ask.Headers.Add("Cookie", cookies);
        var page = await _client.SendAsync(ask);
        var token = FormToken().Match(await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return token.Success
            ? new(reader, $"{cookies}; {CookiesOf(page)}", token.Groups[1].Value)
            : throw new InvalidOperationException("The page has no form token.");
    }

    /// <summary>A page as a signed-in reader reads it.</summary>
    public async Task<string> ReadAsync(SignedIn reader, string path)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Add("Cookie", reader.Cookies);
        return await (await _client.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await _client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string CookiesOf(HttpResponseMessage response) =>
        string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

/// <summary>A reader with the cookies of their session and a form token.</summary>
internal sealed record SignedIn(long Member, string Cookies, string FormToken);
