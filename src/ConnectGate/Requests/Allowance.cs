using ConnectGate.Data;
using ConnectGate.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ConnectGate.Requests;

/// <summary>How many requests a member may still send, as of now. It follows what the sender can tell, not what happened, and recovers by itself.</summary>
/// <param name="Left">How many may be sent now.</param>
/// <param name="UnderWay">How many count as under way.</param>
/// <param name="MostUnderWay">How many may.</param>
/// <param name="Today">How many were sent within 24 hours.</param>
/// <param name="MostToday">How many may be.</param>
/// <param name="FreesUpAt">When the next may be sent, if none may now.</param>
public sealed record Allowance(int Left, int UnderWay, int MostUnderWay, int Today, int MostToday, DateTime? FreesUpAt);

/// <summary>Counts a member's allowance.</summary>
internal sealed class Allowances(ConnectGateContext context, IOptions<GateOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public async Task<Allowance> OfAsync(long memberId, DateTime joinedAt, DateTime now, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var sentAfter = now - (limits.UnderWayFor > Day ? limits.UnderWayFor : Day);
        var sent = await context.Requests
            .Where(request => request.SenderId == memberId && request.SentAt > sentAfter)
            .OrderBy(request => request.SentAt)
            .Select(request => new { request.SentAt, Connected = request.State == RequestState.Accepted && request.GraceEndsAt <= now })
            .ToListAsync(cancellationToken);

        var underWay = sent.Where(request => !request.Connected && request.SentAt > now - limits.UnderWayFor).Select(request => request.SentAt).ToList();
        var today = sent.Where(request => request.SentAt > now - Day).Select(request => request.SentAt).ToList();
        var mostToday = now < joinedAt + limits.NewFor ? limits.PerDayWhenNew : limits.PerDay;
        var left = Math.Max(0, Math.Min(limits.UnderWay - underWay.Count, mostToday - today.Count));

        // The oldest of the surplus makes room when it falls out of its period.
        var frees = new[]
        {
            underWay.Count >= limits.UnderWay ? underWay[underWay.Count - limits.UnderWay] + limits.UnderWayFor : (DateTime?)null,
            today.Count >= mostToday ? today[today.Count - mostToday] + Day : null,
        }.Max();
        return new Allowance(left, underWay.Count, limits.UnderWay, today.Count, mostToday, left > 0 ? null : frees);
    }
}
