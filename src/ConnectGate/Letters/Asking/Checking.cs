using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Directory;

namespace ConnectGate.Letters.Asking;

/// <summary>Checks a letter of any kind while its sender writes it. Stores nothing of the letter.</summary>
internal sealed class Checking(
    Gate.Gate gate,
    FactsReader facts,
    Coaching coaching,
    AttemptCounts counts,
    LookUps lookUps,
    Actor actor
)
{
    /// <summary>
    /// Returns the current refusals, advice and help. Null if the letter is impossible. Returns only a refusal if the
    /// member checked too often.
    /// </summary>
    /// <param name="read">Reads the attempt. It is called only if the member may check.</param>
    public async Task<CheckRequest.View?> CheckAsync(Func<Task<Attempt?>> read, CancellationToken cancellationToken)
    {
        if (counts.Count(actor.Id, check: true) is { } tooOften)
        {
            return new CheckRequest.View([tooOften], [], [], null);
        }

        var found = await read();
        await lookUps.CountAsync(found, cancellationToken); // counted, because the help names mutual connections
        if (found is not { } attempt)
        {
            return null;
        }

        var verdict = await gate.PreviewAsync(attempt, cancellationToken);
        return coaching.Say(attempt, verdict, (await facts.OfAsync(attempt, cancellationToken)).Common);
    }
}
