namespace ConnectGate.Foundation.Pipeline.Writing;

/// <summary>Deletes the outcomes that are too old for a repeat.</summary>
public static class ForgetOutcomes
{
    [SentBy(Senders.Server)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(Idempotency idempotency, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await idempotency.ForgetAsync(actor.Now, cancellationToken);
            return default(Done);
        }
    }
}
