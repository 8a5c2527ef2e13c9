using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// Counts the profiles a member looks at and their searches, so that no machine reads off who is here and who knows
/// whom. Not counted: oneself, one's connections, who waits for one's answer, and whom one looked at just before;
/// nothing of moderators, who look at people for others.
/// </summary>
internal sealed class LookUps(
    ConnectGateContext context,
    LettersToMe letters,
    BareCounts counts,
    Actor actor,
    IOptions<GateOptions> options
)
{
    /// <summary>A search, or one more page of it.</summary>
    /// <exception cref="TooOftenException">There were too many within 24 hours.</exception>
    public void CountSearch() => Count(about: null);

    /// <summary>Somebody is looked at, on their profile or on the page where they are asked.</summary>
    /// <param name="attempt">Of whom; null where nobody is called that, since names can be guessed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TooOftenException">There were too many within 24 hours.</exception>
    public async Task CountAsync(Attempt? attempt, CancellationToken cancellationToken)
    {
        if (attempt is null)
        {
            Count(about: null);
            return;
        }

        var (me, other) = (attempt.Sender.Id, attempt.Recipient.Id);
        if (me != other && !await AreCloseAsync(me, other, attempt.Now, cancellationToken))
        {
            Count(other);
        }
    }

    private async Task<bool> AreCloseAsync(long me, long other, DateTime now, CancellationToken cancellationToken) =>
        await context.Connections.Live(now).Between(me, other).AnyAsync(cancellationToken)
        || await letters
            .Readable(now)
            .AnyAsync(
                letter => letter.SenderId == other && letter.State == RequestState.Waiting && letter.ExpiresAt > now,
                cancellationToken
            );

    private void Count(long? about)
    {
        if (
            !actor.MayModerate
            && counts.Take(
                new CountedAct("look-up", options.Value.LookUpsPerDay, TimeSpan.FromHours(24)),
                actor.Id,
                about
            )
                is { } until
        )
        {
            throw new TooOftenException(
                new Refusal("too-many-look-ups", "", Words.Format("too-many-look-ups", until)),
                until
            );
        }
    }
}
