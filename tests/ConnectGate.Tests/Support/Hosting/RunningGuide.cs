using ConnectGate.Tests.Conventions;

namespace ConnectGate.Tests.Support.Hosting;

/// <summary>
/// The examples of <c>docs/running.md</c>, and the files of <c>deploy</c> that it names. A test replaces their paths,
/// addresses and names by its own, and then follows them.
/// </summary>
internal static class RunningGuide
{
    private const string Fence = "```",
        Server = "On a server";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Layout.Root, "docs", "running.md"));

    /// <summary>The one example under that heading that contains a word.</summary>
    /// <param name="instead">
    /// What stands there, and what replaces it. Everything must be there, so that no test follows an example that has
    /// changed.
    /// </param>
    public static string Example(string heading, string word, params (string There, string Instead)[] instead) =>
        Replaced(
            Assert.Single(Examples(heading), example => example.Contains(word, StringComparison.Ordinal)),
            instead
        );

    /// <summary>The path of a file of <c>deploy</c>.</summary>
    public static string PathOf(string name) => Path.Combine(Layout.Root, "deploy", name);

    /// <summary>A file of <c>deploy</c>. Everything that is replaced must be there.</summary>
    public static string Deployed(string name, params (string There, string Instead)[] instead) =>
        Replaced(File.ReadAllText(PathOf(name)), instead);

    /// <summary>The file of settings, with the database in that folder.</summary>
    public static string Settings(string state) => Deployed("connectgate.env", ("/var/lib/connectgate", state));

    /// <summary>Commands of a shell that start the service with that file of settings, at a free port.</summary>
    public static string Service(string settings) =>
        $"set -a\n. {settings}\nexec "
        + Deployed(
                "connectgate.service",
                ("EnvironmentFile=/etc/connectgate.env", ""),
                ("WorkingDirectory=/opt/connectgate", ""),
                ("/usr/bin/dotnet ConnectGate.Web.dll", $"dotnet {Executable.Library}"),
                ("http://127.0.0.1:5000", "http://127.0.0.1:0")
            )
            .Split('\n')
            .Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..];

    /// <summary>Commands of a shell that run the administrator's command with that file of settings.</summary>
    /// <param name="words">The beginning of the command.</param>
    public static string Command(string words, string settings) =>
        Example(
            Server,
            "sudo",
            ("sudo -u connectgate ", ""),
            ("/etc/connectgate.env", settings),
            ("/opt/connectgate/ConnectGate.Web.dll", Executable.Library)
        )
        + "\n"
        + Example(Server, "admin admit").Split('\n').Single(line => line.Contains(words, StringComparison.Ordinal));

    private static string Replaced(string example, (string There, string Instead)[] instead)
    {
        foreach (var (there, replacement) in instead)
        {
            Assert.Contains(there, example, StringComparison.Ordinal);
            example = example.Replace(there, replacement, StringComparison.Ordinal);
        }

        return example;
    }

    private static IEnumerable<string> Examples(string heading)
    {
        var section = Lines
            .SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        while (section.IndexOf(Fence) is >= 0 and var begin)
        {
            var end = section.IndexOf(Fence, begin + 1);
            yield return string.Join('\n', section[(begin + 1)..end]);
            section.RemoveRange(0, end + 1);
        }
    }
}
