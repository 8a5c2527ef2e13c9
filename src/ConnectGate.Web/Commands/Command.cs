namespace ConnectGate.Web.Commands;

/// <summary>A command of an administrator on the server.</summary>
/// <param name="Name">The words that name it on the command line.</param>
/// <param name="Use">Its arguments and a sentence about it, for the list of commands.</param>
/// <param name="Run">Runs it with the words after its name, and returns the exit code.</param>
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
        MemberCommands.Find,
        MemberCommands.Role,
        MemberCommands.Address,
        MemberCommands.SignOut,
        MemberCommands.Lapse,
        MemberCommands.Renew,
        MemberCommands.Remove,
        MemberCommands.TakeBack,
        ImportCommands.Import,
        MailCommands.List,
        MailCommands.SendAgain,
        MailCommands.Test,
        GateCommands.Try,
        TemplateCommands.Add,
        TemplateCommands.List,
        TemplateCommands.Remove,
        AuditCommands.Verify,
        DemoCommands.Demo,
    ];

    public bool Matches(string[] words) =>
        words.Take(Name.Split(' ').Length).SequenceEqual(Name.Split(' '), StringComparer.Ordinal);

    /// <summary>Prints the problem; exit code 1.</summary>
    public static async Task<int> RefuseAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }
}
