namespace ConnectGate.People.Accounts.Keys;

/// <summary>A node that stops says so. The next one may have another certificate at once.</summary>
public static class ForgetNode
{
    /// <param name="Id">As it announced itself.</param>
    [SentBy(Senders.Server)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.Nodes.Where(node => node.Id == command.Id).ExecuteDeleteAsync(cancellationToken);
            return default(Done);
        }
    }
}
