using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>
/// The common path of all commands that send a letter: the gate judges the attempt, and an admitted letter becomes a
/// request.
/// </summary>
internal sealed class Sending(
    ConnectGateContext context,
    Gate.Gate gate,
    FactsReader facts,
    SentNotes notes,
    IMediator mediator,
    IOptions<GateOptions> options
)
{
    /// <summary>
    /// Locks all members concerned, judges the attempt and sends the letter if the gate admits it. Where the
    /// recipient's own letter is on its way, delivers that one at once instead, and refuses this one with
    /// <c>asked-first</c>.
    /// </summary>
    public async Task<Outcome<SendRequest.Receipt>> SendAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        await context.LockMembersAsync(
            cancellationToken,
            [attempt.Sender.Id, attempt.Recipient.Id, .. Connector(attempt)]
        );
        var verdict = await gate.JudgeAsync(attempt, cancellationToken);
        if (verdict.Admitted is not { } letter)
        {
            return verdict.NotAdmitted<SendRequest.Receipt>();
        }

        var running = (await facts.OfAsync(attempt, cancellationToken))
            .Between.Requests.Where(request => request.Runs(attempt.Now))
            .ToList();
        if (
            running.Find(request => request.SenderId == attempt.Recipient.Id && request.Waits(attempt.Now)) is
            { } theirs
        )
        {
            theirs.DeliverAtOnce(attempt.Now);
            await mediator.Publish(new RequestCrossed(theirs), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return Outcome<SendRequest.Receipt>.RefusedAndKept([StandingRule.AskedFirst.Refusal]);
        }

        // Expired requests must leave the unique indexes of open requests before a new one is added.
        foreach (var request in running.Where(request => request.IsLapsed(attempt.Now)))
        {
            request.Lapse(attempt.Now);
        }

        var sent = ConnectionRequest.Send(letter, options.Value, attempt.Now);
        if (attempt.Sender.HeldBackUntil is { } until && until > sent.DeliverAt)
        {
            sent.DeliverFrom(until);
        }

        context.Requests.Add(sent);
        var same = await notes.SameAsync(sent, letter.Print, cancellationToken);
        if (same.Count > 0)
        {
            await mediator.Publish(new SameNoteSent(sent, same), cancellationToken);
        }

        await mediator.Publish(new RequestSent(sent), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        notes.Keep(sent, letter.Print);
        return new SendRequest.Receipt(
            sent.PublicId,
            sent.SeenBySender(attempt.Now),
            sent.ChangeableUntil,
            sent.ExpiresAt,
            attempt.Recipient.DisplayName
        );
    }

    /// <summary>The refusals of the gate; sends nothing.</summary>
    public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Attempt attempt, CancellationToken cancellationToken) =>
        (await gate.JudgeAsync(attempt, cancellationToken)).Refusals;

    private static IEnumerable<long> Connector(Attempt attempt)
    {
        if (attempt.Grounds.Introduction is { } introduction)
        {
            yield return introduction.ConnectorId;
        }
    }
}
