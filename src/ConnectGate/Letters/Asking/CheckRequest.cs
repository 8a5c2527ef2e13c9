using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Letters.Asking;

/// <summary>
/// Checks a letter while its sender writes it, and gives help. It sends and stores nothing of the letter. The check for
/// copies runs only at sending.
/// </summary>
public static class CheckRequest
{
    /// <summary>
    /// Checks a new letter. Null if nobody has the handle, or if the connector is not a connection of the sender.
    /// </summary>
    /// <param name="Recipient">The recipient's handle.</param>
    /// <param name="Through">The handle of the connector; null for a direct letter.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Recipient, Letter Letter, string? Through = null) : IQuery<View?>;

    /// <summary>Checks the correction of a letter. Null if it is not the sender's.</summary>
    /// <param name="Id">The public id of the request.</param>
    /// <param name="Letter">The letter so far. Its answers use the ids from <see cref="CorrectRequest.Query"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record OfCorrection(string Id, Letter Letter) : IQuery<View?>;

    /// <summary>The result of a check. Advice and help do not prevent sending.</summary>
    /// <param name="Refusals">All refusals so far. If the member checked too often, this is the only refusal, and the
    /// rest is empty.</param>
    /// <param name="Advice">Findings that are only likely.</param>
    /// <param name="Help">Suggestions from the recipient's policy and from the facts that both share.</param>
    /// <param name="MinimumNote">The least number of visible characters in the note; null if the letter was not
    /// checked.</param>
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
            return coaching.Say(
                attempt,
                await gate.PreviewCorrectionAsync(attempt, cancellationToken),
                await CommonGround.OfAsync(context, sent.SenderId, sent.RecipientId, actor.Now, cancellationToken)
            );
        }
    }
}
