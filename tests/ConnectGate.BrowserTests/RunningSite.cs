using System.Globalization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Registering;
using ConnectGate.Web.Identity;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using Xunit;

[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace ConnectGate.BrowserTests;

/// <summary>
/// The application as people use it: Kestrel on localhost (passkeys refuse 127.0.0.1), a SQLite file, a real SMTP
/// server and a real browser. Only its clock is the tests'.
/// </summary>
public sealed class RunningSite(string admission) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectgate-browser-");
    private IPlaywright? _playwright;

    public MovableClock Clock { get; } = new();

    public MailServer Mail { get; } = new();

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>The reason why stories cannot run on this machine; null where they can.</summary>
    public static string? Missing => File.Exists(Chromium) ? null : "Chromium is not installed (Debian: chromium).";

    private static string Chromium => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Starts the mail server, the application and the browser.</summary>
    public async Task StartAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        Assertions.SetDefaultExpectTimeout(30_000); // a busy machine is slow to answer at first
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Registers a member whose address is confirmed.</summary>
    public async Task RegisterAsync(string email, string password, string handle, string name)
    {
        await using var scope = Services.CreateServerScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var registered = await mediator.Send(
            new RegisterMember.Command(email, password, handle, name, DigestFrequency.Never, Network: handle)
        );
        Assert.Empty(registered.Refusals);
        Assert.True((await mediator.Send(new ConfirmOnServer.Command(email))).Succeeded);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in Settings)
        {
            // ConfigureAppConfiguration would be too late: the application reads them before the host is built.
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000); // guards nothing
        });
    }

    private Dictionary<string, string> Settings =>
        new(StringComparer.Ordinal)
        {
            ["ConnectionStrings:ConnectGate"] = $"Data Source={Path.Combine(_folder.FullName, "connectgate.db")}",
            ["Admission:By"] = admission,
            ["Community:Address"] = "http://localhost:5080/",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = Mail.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Tls"] = "None",
            ["Mail:From"] = "connectgate@example.org",
            ["Serilog:MinimumLevel"] = "Warning",
        };
}
