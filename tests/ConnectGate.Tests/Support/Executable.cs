using System.Diagnostics;

namespace ConnectGate.Tests.Support;

/// <summary>
/// The application as an administrator starts it: a process with a port and a folder of its own.
/// </summary>
public sealed class Executable : IAsyncDisposable
{
    private const string Listening = "Now listening on: \"";

    private readonly Process _process;
    private readonly string _folder;

    private Executable(Process process, string folder, Uri address)
    {
        (_process, _folder) = (process, folder);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
    }

    public HttpClient Client { get; }

    public sealed record Ended(int Code, string Output, string Errors);

    public static async Task<Ended> RunAsync(params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        try
        {
            using var process = Start(folder, "Production", args);
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(Token),
                process.StandardError.ReadToEndAsync(Token)
            );
            await process.WaitForExitAsync(Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<Executable> ServeAsync(string environment = "Production", params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var process = Start(folder, environment, settings);
        while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Executable(
                    process,
                    folder,
                    new Uri(line[(at + Listening.Length)..line.IndexOf('"', at + Listening.Length)])
                );
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Token));
    }

    /// <summary>Stops it as a service manager does, and returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start(
            "kill",
            ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await _process.WaitForExitAsync(Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Runs the web project's own output, since a test's output lacks the static files.
    private static Process Start(string folder, string environment, string[] args)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        var repository = output.Parent.Parent!.Parent!.Parent!.Parent!.FullName;
        var project = Path.Combine(repository, "src", "ConnectGate.Web");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(project, "bin", configuration, output.Name, "ConnectGate.Web.dll"));
        foreach (var argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add($"--environment={environment}");
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        Default(
            "--ConnectionStrings:ConnectGate=",
            $"Data Source={Path.Combine(folder, "connectgate.db")}",
            "--ConnectionStrings:"
        );
        Default("--Mail:Folder=", Path.Combine(folder, "mail"), "--Mail:Smtp:");

        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        return Process.Start(start)!;

        void Default(string setting, string value, string instead)
        {
            if (!args.Any(argument => argument.StartsWith(instead, StringComparison.Ordinal)))
            {
                start.ArgumentList.Add(setting + value);
            }
        }
    }
}
