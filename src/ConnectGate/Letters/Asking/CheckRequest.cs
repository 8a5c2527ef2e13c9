using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;

namespace ConnectGate.Letters.Asking;

/// <summary>
/// What the gate thinks so far of a letter that somebody is writing, and what would help it. Nothing is sent or stored;
/// whether it is a copy is said only when it is sent.
/// </summary>
public static class CheckRequest
{
    /// <summary>Asks about a letter to send. Null where no such member is.</summary>
    /// <param name="Recipient">The recipient's handle.</param>
    /// <param name="Letter">What was written so far.</param>
    /// <param name="Through">The handle of a connection who is to pass it on; null for a letter that goes
    /// straight.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Recipient, Letter Letter, string? Through = null) : IQuery<View?>;

    /// <summary>Asks about the correction of a letter. Null where it is not the sender's.</summary>
    /// <param name="Id">The request's public id.</param>
    /// <param name="Letter">What was written so far; answers by the ids that <see cref="CorrectRequest.Query"/>
    /// gives.</param>
    [SentBy(Senders.Members)]
    public sealed record OfCorrection(string Id, Letter Letter) : IQuery<View?>;

    /// <summary>What the gate thinks. Advice and help keep nothing from being sent.</summary>
    /// <param name="Refusals">Every refusal so far; or the one that says that this member checked too often, and then
    /// nothing else.</param>
    /// <param name="Advice">What is only likely. It keeps nothing from being sent.</param>
    /// <param name="Help">What would help, from the recipient's policy and from what the two share.</param>
    /// <param name="MinimumNote">The least visible characters of the note; null where it was not looked at.</param>
    public sealed record View(
        IReadOnlyList<Refusal> Refusals,
        IReadOnlyList<Refusal> Advice,
        IReadOnlyList<Refusal> Help,
        int? MinimumNote
    ) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            new View(word.Each(Refusals), word.Each(Advice), word.Each(Help), MinimumNote);
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        Coaching coaching,
        Checking checking,
        AttemptCounts counts,
        Actor actor
    ) : IRequestHandler<Query, View?>, IRequestHandler<OfCorrection, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            checking.CheckAsync(
                () => attempts.ToSendAsync(query.Recipient, query.Through, query.Letter, actor.Now, cancellationToken),
                cancellationToken
            );

        public async Task<View?> Handle(OfCorrection query, CancellationToken cancellationToken)
        {
            if (counts.Count(actor.Id, check: true) is { } tooOften)
            {
                return new View([tooOften], [], [], null);
            }

            var sent = await context
                .Requests.AsNoTracking()
                .SingleOrDefaultAsync(
                    sent => sent.PublicId == query.Id && sent.SenderId == actor.Id,
                    cancellationToken
                );
            if (sent is null)
            {
                return null;
            }

            var attempt = await attempts.ToCorrectAsync(sent, query.Letter, actor.Now, cancellationToken);
            return await coaching.SayAsync(
                attempt,
                await gate.PreviewCorrectionAsync(attempt, cancellationToken),
                cancellationToken
            );
        }
    }
}
