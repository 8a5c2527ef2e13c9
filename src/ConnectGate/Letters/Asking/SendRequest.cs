using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

public static class SendRequest
{
    /// <summary>
    /// Sends a letter. A refusal lists every finding of the gate. Not found if nobody has the handle.
    /// </summary>
    /// <param name="Recipient">The recipient's handle.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Recipient, Letter Letter) : ICommand<Receipt>, IAsk, IRefusesTheSuspended;

    /// <param name="Id">The public id of the request.</param>
    /// <param name="State">The state as the sender sees it.</param>
    /// <param name="DeliverAt">The end of the time in which the sender can correct it or take it back.</param>
    /// <param name="ExpiresAt">The end of the time for an answer. No answer means no.</param>
    /// <param name="RecipientName">The recipient's display name.</param>
    public sealed record Receipt(
        string Id,
        SenderState State,
        DateTime DeliverAt,
        DateTime ExpiresAt,
        string RecipientName
    );

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
