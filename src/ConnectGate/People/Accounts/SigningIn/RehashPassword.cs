namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Replaces the hash of a right password that was made with fewer rounds than today. Such a hash is checked faster than
/// the hash of an address without an account, so the time of an answer would show that there is an account.
/// </summary>
public static class RehashPassword
{
    /// <summary>Does nothing if the password has changed meanwhile.</summary>
    [SentBy(Senders.Server)]
    internal sealed record Command(long AccountId, string Before, string After) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context
                .Users.Where(account => account.Id == command.AccountId && account.PasswordHash == command.Before)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(account => account.PasswordHash, command.After),
                    cancellationToken
                );
            return default(Done);
        }
    }
}
