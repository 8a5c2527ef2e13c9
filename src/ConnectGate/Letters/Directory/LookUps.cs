using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// Limits the profiles and searches of a member, so that a program cannot copy the list of members and their
/// connections. Own profile, connections, senders of a waiting letter and a profile that was just viewed are not
/// counted. Moderators are not limited, because they look at members for others.
/// </summary>
internal sealed class LookUps(FactsReader facts, BareCounts counts, Actor actor, IOptions<GateOptions> options)
{
    /// <summary>Counts one page of a search.</summary>
    /// <exception cref="TooOftenException">There were too many within 24 hours.</exception>
    public void CountSearch() => Count(about: null);

    /// <summary>
    /// Counts a row of a search that names whom both know, as much as a profile does. The rows have a limit of their
    /// own, as high as that of look-ups. Beyond it a row names nobody.
    /// </summary>
    public bool MayName(long about) => actor.MayModerate || Take("named-in-search", about) is null;

    /// <summary>Counts one view of a member, on their profile or on the page for a letter to them.</summary>
    /// <param name="attempt">The attempt that names the member. Null if nobody has the handle; it counts too, because
    /// handles can be guessed.</param>
    /// <exception cref="TooOftenException">There were too many within 24 hours.</exception>
    public async Task CountAsync(Attempt? attempt, CancellationToken cancellationToken)
    {
        if (attempt is null)
        {
            Count(about: null);
            return;
        }

        var (me, other) = (attempt.Sender.Id, attempt.Recipient.Id);
        if (me != other && !AreClose((await facts.OfAsync(attempt, cancellationToken)).Between, other, attempt.Now))
        {
            Count(other);
        }
    }

    private static bool AreClose(BetweenTwo between, long other, DateTime now) =>
        between.AreConnected
        || between.Requests.Any(letter => letter.SenderId == other && letter.DeliverAt <= now && letter.Waits(now));

    private void Count(long? about)
    {
        if (!actor.MayModerate && Take("look-up", about) is { } until)
        {
            throw new TooOftenException(
                new Refusal("too-many-look-ups", "", Words.Format("too-many-look-ups", until)),
                until
            );
        }
    }

    private DateTime? Take(string act, long? about) =>
        counts.Take(new CountedAct(act, options.Value.LookUpsPerDay, TimeSpan.FromHours(24)), actor.Id, about);
}
