namespace ConnectGate.Web.Commands;

/// <summary>One command of an administrator.</summary>
/// <param name="Name">The words that call it.</param>
/// <param name="Use">What follows them, and what it does.</param>
/// <param name="Run">Does it, with the words after its name; the exit code.</param>
internal sealed record Command(
    string Name,
    string Use,
    Func<WebApplication, string[], CancellationToken, Task<int>> Run
)
{
    public static readonly IReadOnlyList<Command> All =
    [
        DatabaseCommands.Migrate,
        DatabaseCommands.BackUp,
        AccountCommands.Grant,
        AccountCommands.ResetSecondFactor,
        AccountCommands.Admit,
        GateCommands.Try,
        TemplateCommands.Add,
        TemplateCommands.List,
        TemplateCommands.Remove,
        DemoCommands.Demo,
    ];

    public bool Matches(string[] words) =>
        words.Take(Name.Split(' ').Length).SequenceEqual(Name.Split(' '), StringComparer.Ordinal);

    /// <summary>Says how it is used; exit code 1.</summary>
    public static async Task<int> RefuseAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }
}
