using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Allowances;

/// <summary>
/// How many requests a member may still send, as of now. It follows what the sender can tell, not what happened, and
/// recovers by itself.
/// </summary>
/// <param name="Left">How many may be sent now.</param>
/// <param name="UnderWay">How many count as under way.</param>
/// <param name="MostUnderWay">How many may.</param>
/// <param name="Today">How many were sent within 24 hours.</param>
/// <param name="MostToday">How many may be.</param>
/// <param name="FreesUpAt">When the next may be sent, if none may now.</param>
/// <param name="ThisWeek">How many were sent within seven days.</param>
/// <param name="MostThisWeek">How many may be; null but for who has long asked without being accepted, see
/// <see cref="GateOptions.UnacceptedRequests"/>.</param>
/// <param name="NewUntil">Until when a new member's smaller figure holds; null for others.</param>
/// <param name="HalvedUntil">Until when every figure is half, after an upheld report; null for others.</param>
public sealed record Allowance(
    int Left,
    int UnderWay,
    int MostUnderWay,
    int Today,
    int MostToday,
    DateTime? FreesUpAt,
    int ThisWeek,
    int? MostThisWeek,
    DateTime? NewUntil,
    DateTime? HalvedUntil
);

/// <summary>Counts a member's allowance.</summary>
internal sealed class AllowanceReader(ConnectGateContext context, IOptions<GateOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<Allowance> OfAsync(Member member, DateTime now, CancellationToken cancellationToken)
    {
        var longest = options.Value.UnderWayFor > Week ? options.Value.UnderWayFor : Week;
        var sent = await context
            .Requests.FromStrangers()
            .Where(request => request.SenderId == member.Id && request.SentAt > now - longest)
            .OrderBy(request => request.SentAt)
            .Select(request => new Sent(
                request.SentAt,
                request.State == RequestState.Accepted && request.GraceEndsAt <= now
            ))
            .ToListAsync(cancellationToken);
        var gears = new Gears(
            options.Value,
            member.JoinedAt,
            member.ReportUpheldAt,
            await AsksInVainAsync(member.Id, now, cancellationToken)
        );

        var allowance = gears.At(now, sent);
        return allowance.Left > 0 ? allowance : allowance with { FreesUpAt = gears.FreesUpAt(now, sent) };
    }

    /// <summary>When a member may next send a request outside the allowance; null where they may now.</summary>
    public async Task<DateTime?> VouchedFreesUpAtAsync(long memberId, DateTime now, CancellationToken cancellationToken)
    {
        var most = options.Value.VouchedPerDay;
        var latest = await context
            .Requests.Vouched()
            .Where(request => request.SenderId == memberId && request.SentAt > now - Day)
            .OrderByDescending(request => request.SentAt)
            .Select(request => request.SentAt)
            .Take(most)
            .ToListAsync(cancellationToken);
        return latest.Count < most ? null : latest[most - 1] + Day;
    }

    /// <summary>
    /// Whether the slowest gear holds ("none of the last 40 asked more than 60 days ago was accepted"): there are at
    /// least 40 requests sent more than 60 days ago, and of these the 40 latest all failed to become a connection.
    /// Younger ones count neither for nor against. Accepted means connected, from the end of the grace, also where the
    /// two let go since; what the sender withdrew was not accepted. So it ends when an accepted request is 60 days old.
    /// </summary>
    private async Task<bool> AsksInVainAsync(long memberId, DateTime now, CancellationToken cancellationToken)
    {
        var (enough, sentBefore) = (options.Value.UnacceptedRequests, now - options.Value.UnacceptedAfter);
        var accepted = await context
            .Requests.Where(request => request.SenderId == memberId && request.SentAt < sentBefore)
            .OrderByDescending(request => request.SentAt)
            .ThenByDescending(request => request.Id)
            .Take(enough)
            .Select(request => request.State == RequestState.Accepted && request.GraceEndsAt <= now)
            .ToListAsync(cancellationToken);
        return accepted.Count == enough && !accepted.Contains(true);
    }

    private sealed record Sent(DateTime At, bool Connected);

    /// <summary>What is allowed to one member, at any time from now on.</summary>
    private sealed record Gears(GateOptions Limits, DateTime JoinedAt, DateTime? ReportUpheldAt, bool AsksInVain)
    {
        public Allowance At(DateTime now, IReadOnlyList<Sent> sent)
        {
            var newUntil = JoinedAt + Limits.NewFor is var until && now < until ? until : (DateTime?)null;
            var halvedUntil = ReportUpheldAt + Limits.HalvedFor is { } end && now < end ? end : (DateTime?)null;

            var (mostUnderWay, mostToday) = (
                Most(Limits.UnderWay),
                Most(newUntil is null ? Limits.PerDay : Limits.PerDayWhenNew)
            );
            int? mostThisWeek = AsksInVain ? Most(Limits.PerWeekWhenUnaccepted) : null;
            var underWay = sent.Count(request => !request.Connected && request.At > now - Limits.UnderWayFor);
            var (today, thisWeek) = (
                sent.Count(request => request.At > now - Day),
                sent.Count(request => request.At > now - Week)
            );

            var left = Math.Min(
                Math.Min(mostUnderWay - underWay, mostToday - today),
                mostThisWeek - thisWeek ?? int.MaxValue
            );
            return new Allowance(
                Math.Max(0, left),
                underWay,
                mostUnderWay,
                today,
                mostToday,
                null,
                thisWeek,
                mostThisWeek,
                newUntil,
                halvedUntil
            );

            int Most(int usual) => halvedUntil is null ? usual : Math.Max(1, usual / 2);
        }

        /// <summary>
        /// The first time at which there is room: when a request falls out of its period, or a gear ends.
        /// </summary>
        public DateTime FreesUpAt(DateTime now, IReadOnlyList<Sent> sent) =>
            sent.SelectMany(request => new[] { request.At + Day, request.At + Week, request.At + Limits.UnderWayFor })
                .Concat([JoinedAt + Limits.NewFor, (ReportUpheldAt ?? now) + Limits.HalvedFor])
                .Where(then => then > now)
                .Order()
                .First(then => At(then, sent).Left > 0);
    }
}
