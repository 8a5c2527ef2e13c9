using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>One of the two members who agreed to be introduced writes to the other.</summary>
public static class AskOnceAgreed
{
    /// <summary>
    /// Sends the letter, with the introducer's words above it. The letter arrives at once. Refused with every finding
    /// of the gate. Not found if the introduction was not offered to the current member, if one of the two did not
    /// agree, or if it is no longer possible.
    /// </summary>
    /// <param name="Id">The offer's public id.</param>
    /// <param name="Letter">The letter as written.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, Letter Letter) : ICommand<SendRequest.Receipt>, IAsk;

    /// <summary>
    /// Judges an unfinished letter, as <see cref="CheckRequest"/> does. Null where the command answers not found.
    /// </summary>
    /// <param name="Id">The offer's public id.</param>
    /// <param name="Letter">The letter as written so far.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id, Letter Letter) : IQuery<CheckRequest.View?>;

    internal sealed class Validator(IOptions<GateOptions> options) : AskValidator<Command>(options);

    internal sealed class Handler(
        ConnectGateContext context,
        Offers offers,
        AttemptReader attempts,
        Sending sending,
        Checking checking,
        Actor actor
    )
        : IRequestHandler<Command, Outcome<SendRequest.Receipt>>,
            IRequestHandler<Query, CheckRequest.View?>,
            ISecondReading<Command>
    {
        public async Task<Outcome<SendRequest.Receipt>> Handle(Command command, CancellationToken cancellationToken) =>
            await ReadAsync(command.Id, command.Letter, cancellationToken) is { } attempt
                ? await sending.SendAsync(attempt, cancellationToken)
                : Outcome<SendRequest.Receipt>.NotFound();

        public Task<CheckRequest.View?> Handle(Query query, CancellationToken cancellationToken) =>
            checking.CheckAsync(() => ReadAsync(query.Id, query.Letter, cancellationToken), cancellationToken);

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            await ReadAsync(command.Id, command.Letter, cancellationToken) is { } attempt
                ? await sending.RefusalsAsync(attempt, cancellationToken)
                : [];

        private async Task<Attempt?> ReadAsync(string id, Letter letter, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await offers.LockAsync(id, now, cancellationToken) is not { AgreedAt: not null } offer)
            {
                return null;
            }

            var other = offer.Other(actor.Id).MemberId;
            var handle = await context
                .Members.Where(member => member.Id == other)
                .Select(member => member.Handle)
                .SingleAsync(cancellationToken);
            return await attempts.ToSendAsync(handle, letter, now, cancellationToken) is { } attempt
                ? attempt with
                {
                    Grounds = attempt.Grounds with { Introduction = offer.Introduces(actor.Id, now) },
                }
                : null;
        }
    }
}
