using System.Security.Claims;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Web.Hosting.Workers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Serilog;

namespace ConnectGate.Tests.Support;

/// <summary>
/// The whole application at https://localhost on a database of its own. The <see cref="Community"/> over the same
/// database and clock arranges what a test begins with.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _configure;
    private WebApplicationFactory<Program> _factory;

    private Site(
        Database database,
        string connectionString,
        IReadOnlyDictionary<string, string> settings,
        Action<IServiceCollection>? configure
    )
    {
        ConnectionString = connectionString;
        Database = database;
        Community = Community.Over(database, connectionString, Clock, settings);
        (_settings, _configure) = (settings, configure);
        _factory = Make(settings);
    }

    public FakeTimeProvider Clock { get; } = StandingClock.New();

    public SqlCapture Sql { get; } = new();

    public Database Database { get; }

    public string ConnectionString { get; }

    public Community Community { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>Warnings and errors since the last start.</summary>
    public LogCapture Log { get; private set; } = new();

    /// <summary>Where mail goes, one .eml file each.</summary>
    public string MailFolder { get; } = Directory.CreateTempSubdirectory("connectgate-mail-").FullName;

    /// <summary>Starts it.</summary>
    /// <param name="database">Which.</param>
    /// <param name="settings">What is configured otherwise than usual.</param>
    /// <param name="folder">Where the SQLite file goes, if it matters.</param>
    /// <param name="configure">Replaces services.</param>
    public static async Task<Site> StartAsync(
        Database database = Database.Sqlite,
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null,
        Action<IServiceCollection>? configure = null
    ) =>
        new(
            database,
            database == Database.Sqlite ? await SqliteFiles.NewAsync(folder) : await PostgresCluster.NewAsync(),
            settings ?? new Dictionary<string, string>(StringComparer.Ordinal),
            configure
        );

    /// <summary>Stops it and starts it on the same database.</summary>
    /// <param name="whileStopped">What happens in between.</param>
    /// <param name="settings">What is configured otherwise than at the first start.</param>
    public async Task RestartAsync(Action whileStopped, params (string Name, string Value)[] settings)
    {
        await _factory.DisposeAsync();
        whileStopped();
        Log = new LogCapture();
        var all = new Dictionary<string, string>(_settings, StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        _factory = Make(all);
    }

    /// <summary>A browser that nobody has used yet. It keeps cookies and follows no redirect.</summary>
    public Visitor NewVisitor() => new(_factory.CreateClient(Options()));

    /// <summary>A browser that has these cookies, of before a restart too.</summary>
    public Visitor NewVisitor(System.Net.CookieContainer cookies) =>
        new(
            _factory.CreateDefaultClient(
                new Uri("https://localhost"),
                new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(cookies)
            )
        );

    /// <summary>
    /// A browser in which that person is already signed in, a moderator with a second factor. No form is sent.
    /// </summary>
    public async Task<Visitor> VisitAsync(Person person)
    {
        var ticket = await StartSessionAsync(person, SessionKind.Cookie, "Cookie");
        var cookies = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("Cookie");
        var client = _factory.CreateDefaultClient(
            new Uri("https://localhost"),
            new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(CookiesOf(cookies, ticket))
        );
        return new Visitor(client);
    }

    /// <summary>A program in which that person is signed in. Every call carries their bearer token.</summary>
    public async Task<HttpClient> ProgramAsync(Person person)
    {
        var ticket = await StartSessionAsync(person, SessionKind.Bearer, "Bearer");
        var tokens = Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get("Bearer");
        var client = _factory.CreateClient(Options());
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.BearerTokenProtector.Protect(ticket));
        return client;
    }

    public HttpClient NewProgram() => _factory.CreateClient(Options());

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Community.DisposeAsync();
        Directory.Delete(MailFolder, recursive: true);
        if (Database == Database.Sqlite)
        {
            SqliteFiles.Remove(ConnectionString);
        }
        else
        {
            await PostgresCluster.EmptyAsync(ConnectionString);
        }
    }

    private WebApplicationFactory<Program> Make(IReadOnlyDictionary<string, string> settings)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseSetting("Database:Provider", Database.ToString());
            host.UseSetting("ConnectionStrings:ConnectGate", ConnectionString);
            host.UseSetting("Mail:Folder", MailFolder);
            if (Database == Database.Postgres)
            {
                host.UseSetting("DataProtection:CertificateFile", SqliteFiles.Certificate());
            }

            host.UseSetting("Admission:By", "Open");
            host.UseSetting("Community:Address", "http://localhost/");
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }

            host.ConfigureTestServices(services =>
            {
                services.AddSerilog(new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Sink(Log).CreateLogger());
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.Configure<PasswordHasherOptions>(A.HashQuickly);
                RemoveWorkers(services);
                services.ConfigureDbContext<ConnectGateContext>(options => options.AddInterceptors(Sql));
                _configure?.Invoke(services);
            });
        });

        // So that what a request asks of the database can be told from what others ask.
        factory.Server.PreserveExecutionContext = true;
        return factory;
    }

    // A worker's timer follows the clock, so workers would run beside a test each time that it moves the clock. A test
    // runs a worker by hand; the browser stories run all of them.
    private static void RemoveWorkers(IServiceCollection services)
    {
        foreach (
            var worker in services
                .Where(service => service.ImplementationType?.IsSubclassOf(typeof(PeriodicWorker)) == true)
                .ToList()
        )
        {
            services.Remove(worker);
        }
    }

    private static WebApplicationFactoryClientOptions Options() =>
        new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false };

    private static System.Net.CookieContainer CookiesOf(
        CookieAuthenticationOptions options,
        AuthenticationTicket ticket
    )
    {
        var cookies = new System.Net.CookieContainer();
        cookies.Add(
            new System.Net.Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", "localhost")
            {
                Secure = true,
            }
        );
        return cookies;
    }

    // Adds the session's row and returns the content of its cookie or token.
    private async Task<AuthenticationTicket> StartSessionAsync(Person person, SessionKind kind, string scheme)
    {
        var session = new Session
        {
            PublicId = PublicId.Next(),
            AccountId = person.Id,
            Kind = kind,
            Device = "A test",
            SecondFactor = person.MayModerate,
            StartedAt = Clock.Now,
            LastSeenAt = Clock.Now,
        };
        await Community.InDatabaseAsync(async context =>
        {
            context.Sessions.Add(session);
            await context.SaveChangesAsync();
        });
        var identity = new ClaimsIdentity([new Claim("sid", session.PublicId), new Claim("gen", "0")], scheme);
        return new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties
            {
                IssuedUtc = Clock.GetUtcNow(),
                ExpiresUtc = Clock.GetUtcNow() + Session.IdleTime,
            },
            kind == SessionKind.Bearer ? $"{scheme}:AccessToken" : scheme
        );
    }
}
