using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConnectGate.People.Accounts.SecondFactors;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace ConnectGate.Screenshots;

/// <summary>Runs the application with its demo community in a temporary folder, and a browser.</summary>
internal sealed partial class Demo : IAsyncDisposable
{
    private const string DatabaseName = "connectgate.db";

    // Sessions are kept and used for every width, because an authenticator code works only once.
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly Process _application;
    private readonly IPlaywright _playwright;
    private string _language = "en";

    private Demo(string folder, Process application, Uri address, IPlaywright playwright, IBrowser browser) =>
        (_folder, _application, Address, _playwright, Browser) = (folder, application, address, playwright, browser);

    /// <summary>The repository's root folder, found above the built program.</summary>
    public static string Root { get; } = FindRoot();

    public Uri Address { get; }

    private string DatabaseFile => Path.Combine(_folder, DatabaseName);

    public IBrowser Browser { get; }

    public static async Task<Demo> StartAsync()
    {
        var port = FreePort();
        var address = new Uri($"http://localhost:{port}");
        var data = Directory.CreateTempSubdirectory("connectgate-screenshots-").FullName;
        var application = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "run",
                    "--project",
                    Path.Combine(Root, "src", "ConnectGate.Web"),
                    "--no-launch-profile",
                    "--urls",
                    address.ToString(),
                },
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["ConnectionStrings__ConnectGate"] = $"Data Source={Path.Combine(data, DatabaseName)}",
                    ["Mail__Folder"] = Path.Combine(data, "mail"),
                    ["Community__Fields__0__Name"] = "section",
                    ["Community__Fields__0__Label"] = "Section of the society",
                    ["Community__Fields__0__Kind"] = "Choice",
                    ["Community__Fields__0__Options__0"] = "Coasts and harbours",
                    ["Community__Fields__0__Options__1"] = "Archives and museums",
                    ["Community__Fields__1__Name"] = "member-since",
                    ["Community__Fields__1__Label"] = "In the society since",
                },
            }
        )!;
        await UntilReadyAsync(address);

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
            }
        );
        return new Demo(data, application, address, playwright, browser);
    }

    /// <summary>Opens a page that is not signed in.</summary>
    public Task<IPage> ArriveAsync(Look look) => OpenAsync(look, session: null);

    /// <summary>Opens a page that is signed in as the demo account.</summary>
    public async Task<IPage> SignInAsync(string account, Look look)
    {
        var page = await OpenAsync(look, _sessions.GetValueOrDefault(account));
        if (_sessions.ContainsKey(account))
        {
            return page;
        }

        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync(account);
        await page.Locator("input[type=password]").FillAsync("paper lantern orchard");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        if (page.Url.Contains("/account/two-factor", StringComparison.Ordinal))
        {
            await page.Locator("input[name=code]")
                .FillAsync(AuthenticatorCode.At(await KeyAsync(), DateTimeOffset.UtcNow));
            await page.Locator("main form button[type=submit]").First.ClickAsync();
        }

        _sessions[account] = await page.Context.StorageStateAsync();
        return page;
    }

    /// <summary>Gives every member one name, with the member's number behind it.</summary>
    public Task RenameEverybodyAsync(string name) =>
        ExecuteAsync("UPDATE Members SET DisplayName = $value || ' ' || Id", name);

    /// <summary>Shows all pages in that language, to members and to visitors.</summary>
    public async Task SpeakAsync(string language)
    {
        _language = language;
        await ExecuteAsync("UPDATE Members SET PreferredLanguage = $value", language);
    }

    /// <summary>Gives a demo account the role that the demo itself gives to nobody.</summary>
    public Task MakeAdministratorAsync(string account) =>
        ExecuteAsync("UPDATE Accounts SET Role = 'Administrator' WHERE Email = $value", account);

    private async Task ExecuteAsync(string statement, string value)
    {
        await using var database = new SqliteConnection($"Data Source={DatabaseFile}");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$value", value);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IPage> OpenAsync(Look look, string? session)
    {
        var context = await Browser.NewContextAsync(
            new()
            {
                BaseURL = Address.ToString(),
                ViewportSize = new() { Width = look.Width, Height = look.Width < 500 ? 844 : 900 },
                ColorScheme = look.Scheme,
                ForcedColors = look.Colours,
                Locale = _language,
                StorageState = session,
            }
        );
        return await context.NewPageAsync();
    }

    // Reads the authenticator key from the file that the demo writes.
    private async Task<string> KeyAsync() =>
        AuthenticatorKey()
            .Match(await File.ReadAllTextAsync(Path.Combine(_folder, "demo-accounts.txt")))
            .Groups["key"]
            .Value;

    [GeneratedRegex("authenticator key (?<key>[A-Z2-7]+)", RegexOptions.NonBacktracking)]
    private static partial Regex AuthenticatorKey();

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        _application.Kill(entireProcessTree: true);
        await _application.WaitForExitAsync();
        _application.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task UntilReadyAsync(Uri address)
    {
        using var client = new HttpClient();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address, "/health/ready"), bound.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // The application is not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), bound.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ConnectGate.sln")))
        {
            folder = folder.Parent
                ?? throw new DirectoryNotFoundException(
                    "ConnectGate.sln is above neither this program nor where it runs."
                );
        }

        return folder.FullName;
    }
}
