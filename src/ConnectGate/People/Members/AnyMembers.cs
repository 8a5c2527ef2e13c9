namespace ConnectGate.People.Members;

/// <summary>Whether anybody has registered yet.</summary>
public static class AnyMembers
{
    [SentBy(Senders.Server)]
    public sealed record Query : IQuery<bool>;

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Query, bool>
    {
        public Task<bool> Handle(Query query, CancellationToken cancellationToken) =>
            context.Members.AnyAsync(cancellationToken);
    }
}
