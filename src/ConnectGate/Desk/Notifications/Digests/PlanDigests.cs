using ConnectGate.Foundation;

namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>
/// Sets the time of the next digest of members from before that time was stored. It is the last time at which a digest
/// was due and is not covered yet, so that a digest which the earlier version missed follows at once. Where nothing is
/// new, the first round only moves the time on.
/// </summary>
internal sealed class PlanDigests(ConnectGateContext context, TimeProvider clock) : IRefresh
{
    private static readonly TimeSpan MoreThanAWeek = TimeSpan.FromDays(8);

    public string Name => "plan-digests";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        var batch = await context
            .Members.Where(member => member.Id > after)
            .OrderBy(member => member.Id)
            .Take(Refreshes.Batch)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var member in batch)
        {
            var (zone, covered) = (Zones.Of(member.TimeZone), member.Digest.CoveredUntil);
            member.PlanDigest(covered > now - MoreThanAWeek ? covered : now - MoreThanAWeek);
            while (member.DigestDueAt is { } due && member.Digest.NextAfter(due, zone) <= now)
            {
                member.PlanDigest(due);
            }
        }

        return batch.LastOrDefault()?.Id;
    }
}
