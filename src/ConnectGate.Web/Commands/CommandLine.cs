namespace ConnectGate.Web.Commands;

/// <summary>
/// The command in the arguments, such as <c>ConnectGate.Web migrate</c>. Its words come first. Settings
/// (<c>--Database:Provider=Postgres</c>) may follow.
/// </summary>
internal sealed class CommandLine
{
    private CommandLine(string[] words, string[] settings) => (Words, Settings) = (words, settings);

    /// <summary>The command's words; empty where the executable serves pages.</summary>
    public string[] Words { get; }

    /// <summary>The arguments for the configuration.</summary>
    public string[] Settings { get; }

    public bool IsCommand => Words.Length > 0;

    public static CommandLine Parse(string[] args)
    {
        var words = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return new(words, [.. args[words.Length..].Select(Setting)]);

        // The configuration ignores a name without a value: "--apply" means "--apply=true".
        string Setting(string argument, int place) =>
            argument.StartsWith("--", StringComparison.Ordinal)
            && !argument.Contains('=', StringComparison.Ordinal)
            && (
                words.Length + place + 1 == args.Length
                || args[words.Length + place + 1].StartsWith("--", StringComparison.Ordinal)
            )
                ? $"{argument}=true"
                : argument;
    }

    /// <returns>The exit code: 0 done, 1 refused, 2 unknown.</returns>
    public async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        foreach (var command in Command.All)
        {
            if (command.Matches(Words))
            {
                return await command.Run(app, Words[command.Name.Split(' ').Length..], cancellationToken);
            }
        }

        await Console.Error.WriteLineAsync("Commands:");
        foreach (var command in Command.All)
        {
            await Console.Error.WriteLineAsync($"  {command.Name, -28} {command.Use}");
        }

        return 2;
    }
}
