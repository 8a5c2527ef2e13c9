using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Support;

/// <summary>
/// The application as an administrator starts it: a process with a port and a folder of its own. The folder has a
/// certificate, and a server whose test names no database has a migrated one there, as at every start but the first.
/// To make both takes longer than the rest of a start.
/// </summary>
public sealed partial class Executable : IAsyncDisposable
{
    private const string Connection = "--ConnectionStrings:",
        Listening = "Now listening on";

    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task<string> _errors;
    private readonly Task _reading;

    private Executable(Process process, string folder)
    {
        (_process, _folder) = (process, folder);
        _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _reading = ReadAsync();
    }

    // The web project's own output: a test's output does not have the static files.
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);
    private static readonly string Project = Path.Combine(Conventions.Layout.Root, "src", "ConnectGate.Web");

    /// <summary>The path of the application's library.</summary>
    public static string Library { get; } =
        Path.Combine(Project, "bin", Output.Parent!.Name, Output.Name, "ConnectGate.Web.dll");

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The lines of its log so far.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    public sealed record Ended(int Code, string Output, string Errors);

    public static Task<Ended> RunAsync(params string[] args) => RunUntilAsync(Listening, args);

    /// <summary>Kills it when it writes a line.</summary>
    /// <param name="part">What is in the line.</param>
    /// <param name="args">The arguments.</param>
    public static async Task<Ended> RunUntilAsync(string part, params string[] args)
    {
        var folder = NewFolder();
        try
        {
            return await EndAsync(Start(folder, "Production", args), part);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs the commands of a shell, with no settings but those in them.</summary>
    public static Task<Ended> RunShellAsync(string commands) => EndAsync(Process.Start(Shell(commands))!, Listening);

    /// <summary>Starts it by the commands of a shell, and waits until it answers.</summary>
    public static Task<Executable> ServeShellAsync(string commands) =>
        ListenAsync(Process.Start(Shell(commands))!, Directory.CreateTempSubdirectory("connectgate-").FullName);

    /// <summary>Starts it, and waits until it answers.</summary>
    public static Task<Executable> ServeAsync(string environment = "Production", params string[] settings) =>
        ServeAsync(new Dictionary<string, string>(StringComparer.Ordinal), environment, settings);

    /// <inheritdoc cref="ServeAsync(string, string[])"/>
    /// <param name="variables">What its environment has besides this one's.</param>
    /// <param name="environment">Development, Production or another.</param>
    /// <param name="settings">As on the command line.</param>
    public static async Task<Executable> ServeAsync(
        IReadOnlyDictionary<string, string> variables,
        string environment,
        params string[] settings
    )
    {
        var folder = NewFolder();
        if (!settings.Any(setting => setting.StartsWith(Connection, StringComparison.Ordinal)))
        {
            settings = [.. settings, $"{Connection}ConnectGate={await SqliteFiles.NewAsync(folder)}"];
        }

        return await ListenAsync(Start(folder, environment, settings, variables), folder);
    }

    /// <summary>Waits for a line of the log.</summary>
    /// <param name="part">What is in it.</param>
    public async Task<string> LineAsync(string part)
    {
        await foreach (var line in _unread.Reader.ReadAllAsync(Token))
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without '{part}'. {await _errors}");
    }

    /// <summary>Stops it as a service manager does, and returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start(
            "kill",
            ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await _process.WaitForExitAsync(Token);
        await _reading;
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

    // To its end, or the process would wait once the pipe is full.
    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            Log.Enqueue(line);
            _unread.Writer.TryWrite(line);
        }

        _unread.Writer.Complete();
    }

    private static async Task<Executable> ListenAsync(Process process, string folder)
    {
        var executable = new Executable(process, folder);
        executable.Client.BaseAddress = new Uri(Url().Match(await executable.LineAsync(Listening)).Value);
        return executable;
    }

    // By default what a server writes. A test then fails by the exit code, and does not wait for ever.
    private static async Task<Ended> EndAsync(Process process, string killedAt)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync(Token);
            var output = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
            {
                output.Append(line).Append('\n');
                if (line.Contains(killedAt, StringComparison.Ordinal))
                {
                    process.Kill(entireProcessTree: true);
                }
            }

            await process.WaitForExitAsync(Token);
            return new Ended(process.ExitCode, output.ToString(), await errors);
        }
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        File.Copy(SqliteFiles.Certificate(), Path.Combine(folder, "data-protection.pfx"));
        return folder;
    }

    private static ProcessStartInfo Shell(string commands) => Command("sh", "-ec", commands);

    private static Process Start(
        string folder,
        string environment,
        string[] args,
        IReadOnlyDictionary<string, string>? variables = null
    )
    {
        var start = Command("dotnet", [Library, .. args]);
        start.ArgumentList.Add($"--environment={environment}");
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        Default($"{Connection}ConnectGate=", $"Data Source={Path.Combine(folder, "connectgate.db")}", Connection);
        Default("--Mail:Folder=", Path.Combine(folder, "mail"), "--Mail:Smtp:");
        Default("--Community:Address=", "http://localhost/", "--Community:Address=");

        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;

        void Default(string setting, string value, string instead)
        {
            if (!args.Any(argument => argument.StartsWith(instead, StringComparison.Ordinal)))
            {
                start.ArgumentList.Add(setting + value);
            }
        }
    }

    private static ProcessStartInfo Command(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = Project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        return start;
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Url();
}
