using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// A member asks a connection of theirs to pass a letter on to anybody, whether or not those two know each other: that
/// is the connector's to say.
/// </summary>
public static class AskForIntroduction
{
    /// <summary>
    /// Sends the letter to the connector. Refused with every finding of the gate, <c>connector-busy</c> among them; not
    /// found where no such recipient is, or the connector is no connection of the current member's. The receipt is that
    /// of any letter, and so is all that its sender learns later.
    /// </summary>
    /// <param name="Recipient">The handle of whom it is for.</param>
    /// <param name="Handle">The handle of who is to pass it on.</param>
    /// <param name="Letter">What was written.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Recipient, string Handle, Letter Letter) : ICommand<SendRequest.Receipt>, IAsk;

    internal sealed class Validator(IOptions<GateOptions> options) : AskValidator<Command>(options);

    internal sealed class Handler(AttemptReader attempts, Sending sending, Actor actor)
        : IRequestHandler<Command, Outcome<SendRequest.Receipt>>,
            ISecondReading<Command>
    {
        public async Task<Outcome<SendRequest.Receipt>> Handle(Command command, CancellationToken cancellationToken) =>
            await ReadAsync(command, cancellationToken) is { } attempt
                ? await sending.SendAsync(attempt, cancellationToken)
                : Outcome<SendRequest.Receipt>.NotFound();

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            await ReadAsync(command, cancellationToken) is { } attempt
                ? await sending.RefusalsAsync(attempt, cancellationToken)
                : [];

        private Task<Attempt?> ReadAsync(Command command, CancellationToken cancellationToken) =>
            attempts.ToSendAsync(command.Recipient, command.Handle, command.Letter, actor.Now, cancellationToken);
    }
}
