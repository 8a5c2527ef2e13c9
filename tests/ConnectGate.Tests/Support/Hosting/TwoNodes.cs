using System.Net;
using System.Net.Sockets;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Support.Hosting;

/// <summary>Two nodes on one PostgreSQL behind nginx.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private const string Host = "members.society.example",
        SignInForm = "form[action='/account/sign-in']";

    private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
    private readonly List<HttpClient> _clients = [];
    private string _database = "";
    private Nginx? _nginx;

    public string SettingsFile => Path.Combine(_folder, "connectgate.env");

    public Community Community { get; private set; } = null!;

    public Executable First { get; private set; } = null!;

    public Executable Second { get; private set; } = null!;

    internal Person Ada { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Nginx.Require();
        const string heading = "PostgreSQL and several nodes";
        _database = await PostgresCluster.NewAsync();
        Community = Community.Over(Database.Postgres, _database);
        Ada = await Community.InsertAsync(A.Member() with { CanSignIn = true });
        var certificate = await Executable.RunShellAsync(
            // nginx uses the same pair here.
            $"cd {_folder}\n" + RunningGuide.Example(heading, "openssl", ("rm key.pem cert.pem", ""))
        );
        Assert.Equal(0, certificate.Code);
        await File.WriteAllTextAsync(
            SettingsFile,
            RunningGuide.Settings(_folder)
                + "\n"
                + RunningGuide.Example(
                    heading,
                    "Database__Provider",
                    ("Host=db.internal;Database=connectgate;Username=connectgate;Password=…", _database),
                    ("/etc/connectgate/data-protection.pfx", $"{_folder}/data-protection.pfx")
                ),
            TestContext.Current.CancellationToken
        );
        var nodes = await Task.WhenAll(
            Executable.ServeShellAsync(RunningGuide.Service(SettingsFile)),
            Executable.ServeShellAsync(RunningGuide.Service(SettingsFile))
        );
        (First, Second) = (nodes[0], nodes[1]);
        _nginx = await Nginx.StartAsync(_folder, Behind);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (var part in new IAsyncDisposable?[] { _nginx, First, Second, Community })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        if (_database.Length > 0)
        {
            await PostgresCluster.EmptyAsync(_database);
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser that trusts the guide's certificate and finds the host at nginx.</summary>
    public Visitor NewVisitor()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, _nginx!.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=ConnectGate";
        _clients.Add(new HttpClient(handler) { BaseAddress = new Uri($"https://{Host}") });
        return new Visitor(_clients[^1]);
    }

    public async Task SignInAsync(Visitor visitor)
    {
        var page = await visitor.SeeAsync("/account/sign-in");
        Assert.Empty(page.Texts(".notice")); // that signing in needs HTTPS
        var signedIn = await visitor.SubmitAsync(page, SignInForm, ("email", Ada.Email), ("password", A.Password));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
    }

    private string Behind(string port) =>
        RunningGuide.Deployed(
            "nginx.conf",
            ("127.0.0.1:5000", First.Client.BaseAddress!.Authority),
            ("# server 10.0.0.12:5000", $"server {Second.Client.BaseAddress!.Authority}"),
            ("listen 80", $"listen unix:{_folder}/http.sock"),
            ("listen 443 ssl", $"listen 127.0.0.1:{port} ssl"),
            ("/etc/ssl/members.society.example.pem", $"{_folder}/cert.pem"),
            ("/etc/ssl/members.society.example.key", $"{_folder}/key.pem")
        );
}
