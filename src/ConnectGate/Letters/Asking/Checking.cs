using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Directory;

namespace ConnectGate.Letters.Asking;

/// <summary>
/// What the gate thinks so far of a letter that is being written, whatever way it would take; nothing is stored.
/// </summary>
internal sealed class Checking(Gate.Gate gate, Coaching coaching, AttemptCounts counts, LookUps lookUps, Actor actor)
{
    /// <summary>
    /// Says it; null where there is no such letter to write, and only that where the member checked too often.
    /// </summary>
    /// <param name="read">Reads the attempt, once it is known that they may check.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CheckRequest.View?> CheckAsync(Func<Task<Attempt?>> read, CancellationToken cancellationToken)
    {
        if (counts.Count(actor.Id, check: true) is { } tooOften)
        {
            return new CheckRequest.View([tooOften], [], [], null);
        }

        var found = await read();
        await lookUps.CountAsync(found, cancellationToken); // what would help names whom both know
        return found is { } attempt
            ? await coaching.SayAsync(attempt, await gate.PreviewAsync(attempt, cancellationToken), cancellationToken)
            : null;
    }
}
