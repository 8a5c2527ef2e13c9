using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ConnectGate.Tests.Support.Hosting;

/// <summary>Debian's nginx in a folder of its own, at a port of this machine.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly Process _process;

    private Nginx(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Skips the test where nginx is not installed, except in CI.</summary>
    public static void Require()
    {
        const string reason = "nginx is not installed (apt install nginx).";
        if (!File.Exists(Program))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }
    }

    /// <summary>Starts it, and waits until it accepts connections.</summary>
    /// <param name="folder">Its own; it writes everything there.</param>
    /// <param name="site">The content of its http block, for a port.</param>
    public static async Task<Nginx> StartAsync(string folder, Func<string, string> site)
    {
        var port = FreePort();
        var user = Environment.UserName == "root" ? "user root;" : "";
        var temporary = string.Concat(
            from kind in new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }
            select $"{kind}_temp_path {folder}/{kind};\n"
        );
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            daemon off;
            {{user}}
            pid {{folder}}/nginx.pid;
            worker_processes 1;
            events { }
            http {
                access_log off;
                {{temporary}}
                {{site(port.ToString(CultureInfo.InvariantCulture))}}
            }
            """,
            TestContext.Current.CancellationToken
        );
        var nginx = new Nginx(Process.Start(Program, ["-c", configuration, "-e", $"{folder}/error.log"]), port);
        while (!await nginx.AcceptsAsync())
        {
            Assert.False(nginx._process.HasExited, "nginx did not start; its message is above.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        // SIGTERM: a killed nginx leaves its workers behind.
        using var kill = Process.Start("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AcceptsAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
