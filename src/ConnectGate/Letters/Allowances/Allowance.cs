using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Allowances;

/// <summary>
/// The number of requests a member may still send now. It depends only on facts that the sender can see, and it
/// recovers over time.
/// </summary>
/// <param name="Left">The number of requests that may be sent now.</param>
/// <param name="UnderWay">The number of requests that count as under way.</param>
/// <param name="MostUnderWay">The limit for requests under way.</param>
/// <param name="Today">The number of requests sent within the last 24 hours.</param>
/// <param name="MostToday">The limit for 24 hours.</param>
/// <param name="FreesUpAt">The time at which the next request may be sent; null if one may be sent now.</param>
/// <param name="ThisWeek">The number of requests sent within the last seven days.</param>
/// <param name="MostThisWeek">The limit for seven days. Null unless the latest requests of the member all failed, see
/// <see cref="GateOptions.UnacceptedRequests"/>.</param>
/// <param name="NewUntil">The end of the lower limit for a new member; null for other members.</param>
/// <param name="HalvedUntil">The end of the halved limits after an upheld report; null if they are not halved.</param>
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

    /// <summary>
    /// The time at which a member may next send a vouched request, which is outside the allowance. Null if they may
    /// now.
    /// </summary>
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
    /// Whether the weekly limit applies ("none of the last 40 asked more than 60 days ago was accepted"). It applies if
    /// the member sent at least 40 requests more than 60 days ago, and none of the latest 40 of these became a
    /// connection. Younger requests do not count. A request is accepted when its grace ends, even if the connection
    /// ended later. A withdrawn request is not accepted. The limit ends when an accepted request is 60 days old.
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

    /// <summary>The limits of one member at any time from now on.</summary>
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
        /// The first time at which a request may be sent: when a request leaves its period or a limit ends.
        /// </summary>
        public DateTime FreesUpAt(DateTime now, IReadOnlyList<Sent> sent) =>
            sent.SelectMany(request => new[] { request.At + Day, request.At + Week, request.At + Limits.UnderWayFor })
                .Concat([JoinedAt + Limits.NewFor, (ReportUpheldAt ?? now) + Limits.HalvedFor])
                .Where(then => then > now)
                .Order()
                .First(then => At(then, sent).Left > 0);
    }
}
