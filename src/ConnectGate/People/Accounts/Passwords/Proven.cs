namespace ConnectGate.People.Accounts.Passwords;

/// <summary>Commands that need the password of the sender again, for pages and programs alike.</summary>
public static class Proven
{
    /// <summary>Checks the password, then sends the command. A wrong password gives its refusal.</summary>
    /// <param name="command">Makes the command from the proof of the password.</param>
    public static async Task<Outcome<T>> SendProvenAsync<T>(
        this IMediator mediator,
        string? password,
        Func<string, ICommand<T>> command,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(mediator);
        ArgumentNullException.ThrowIfNull(command);
        var answer = await mediator.Send(new ReenterPassword.Try(password), cancellationToken);
        return answer.Proof is { } proof
            ? await mediator.Send(command(proof), cancellationToken)
            : Outcome<T>.Refused([answer.Refusal!]);
    }
}
