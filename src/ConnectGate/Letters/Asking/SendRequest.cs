using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>A member asks another to be connected.</summary>
public static class SendRequest
{
    /// <summary>Sends a letter. Refused with every finding of the gate; not found where no such member is.</summary>
    /// <param name="Recipient">The recipient's handle.</param>
    /// <param name="Letter">What was written.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Recipient, Letter Letter) : ICommand<Receipt>, IAsk;

    /// <summary>What the sender learns of a sent request.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="State">As the sender sees it.</param>
    /// <param name="DeliverAt">Until then it can be corrected or taken back.</param>
    /// <param name="ExpiresAt">No answer by then means no.</param>
    public sealed record Receipt(string Id, SenderState State, DateTime DeliverAt, DateTime ExpiresAt);

    internal sealed class Validator(IOptions<GateOptions> options) : AskValidator<Command>(options);

    internal sealed class Handler(AttemptReader attempts, Sending sending, Actor actor)
        : IRequestHandler<Command, Outcome<Receipt>>,
            ISecondReading<Command>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken) =>
            await ReadAsync(command, cancellationToken) is { } attempt
                ? await sending.SendAsync(attempt, cancellationToken)
                : Outcome<Receipt>.NotFound();

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            await ReadAsync(command, cancellationToken) is { } attempt
                ? await sending.RefusalsAsync(attempt, cancellationToken)
                : [];

        private Task<Attempt?> ReadAsync(Command command, CancellationToken cancellationToken) =>
            attempts.ToSendAsync(command.Recipient, command.Letter, actor.Now, cancellationToken);
    }
}
