using ConnectGate.Data;
using ConnectGate.Gate;
using ConnectGate.Requests.Copies;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ConnectGate.Requests;

/// <summary>A member asks another to be connected.</summary>
public static class SendRequest
{
    /// <summary>Sends a letter. Refused with every finding of the gate; not found where no such member is.</summary>
    /// <param name="Recipient">The recipient's handle.</param>
    /// <param name="Letter">What was written.</param>
    public sealed record Command(string Recipient, Letter Letter) : ICommand<Receipt>, IAsk;

    /// <summary>What the sender learns of a sent request.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="State">As the sender sees it.</param>
    /// <param name="DeliverAt">Until then it can be corrected or taken back.</param>
    /// <param name="ExpiresAt">No answer by then means no.</param>
    public sealed record Receipt(string Id, SenderState State, DateTime DeliverAt, DateTime ExpiresAt);

    internal sealed class Validator(IOptions<GateOptions> options) : AskValidator<Command>(options);

    internal sealed class Handler(
        ConnectGateContext context, Gate.Gate gate, AttemptReader attempts, SentNotes notes, IMediator mediator, TimeProvider clock, IOptions<GateOptions> options)
        : IRequestHandler<Command, Outcome<Receipt>>, ISecondReading<Command>
    {
        public async Task<Outcome<Receipt>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await attempts.ToSendAsync(request.Recipient, request.Letter, now, cancellationToken) is not { } attempt)
            {
                return Outcome<Receipt>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, attempt.Sender.Id, attempt.Recipient.Id);
            var verdict = await gate.JudgeAsync(attempt, cancellationToken);
            if (verdict.Admitted is not { } letter)
            {
                return Outcome<Receipt>.Refused(verdict.Refusals);
            }

            await LapseAsync(attempt, now, cancellationToken);
            var sent = ConnectionRequest.Send(letter, options.Value, now);
            context.Requests.Add(sent);
            await notes.KeepAsync(sent, letter.Print, cancellationToken);
            await mediator.Publish(new RequestSent(sent), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(sent.PublicId, sent.SeenBySender(now), sent.DeliverAt, sent.ExpiresAt);
        }

        public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Command command, CancellationToken cancellationToken) =>
            await attempts.ToSendAsync(command.Recipient, command.Letter, clock.GetUtcNow().UtcDateTime, cancellationToken) is { } attempt
                ? (await gate.JudgeAsync(attempt, cancellationToken)).Refusals
                : [];

        // The unique index holds what is open; what time has ended makes room first.
        private async Task LapseAsync(Attempt attempt, DateTime now, CancellationToken cancellationToken)
        {
            var pair = Pair.Of(attempt.Sender.Id, attempt.Recipient.Id);
            var lapsed = await context.Requests
                .Where(request => request.LowId == pair.Low && request.HighId == pair.High && request.State == RequestState.Waiting && request.ExpiresAt <= now)
                .ToListAsync(cancellationToken);
            foreach (var request in lapsed)
            {
                request.Lapse(now);
            }
        }
    }
}
