using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts;
using ConnectGate.People.Members.Suspensions;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// A member asks one of their connections, the connector, to pass a letter on. The recipient can be any member. Only
/// the connector can judge whether they know the recipient well enough.
/// </summary>
public static class AskForIntroduction
{
    /// <summary>
    /// Sends the letter to the connector. Refused with every finding of the gate, including <c>connector-busy</c>. Not
    /// found if there is no such recipient, or if the connector is not a connection of the current member. The sender
    /// gets the same receipt, and later sees the same states, as with any other letter.
    /// </summary>
    /// <param name="Recipient">The handle of the member who should receive the letter.</param>
    /// <param name="Handle">The connector's handle.</param>
    /// <param name="Letter">The letter as written.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Recipient, string Handle, Letter Letter)
        : ICommand<SendRequest.Receipt>,
            IAsk,
            IRefusesTheSuspended;

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
