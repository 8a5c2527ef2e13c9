using ConnectGate.Foundation.Data.Queries;
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

/// <param name="VouchedFreesUpAt">The time at which the member may next send a vouched request, which is outside the
/// allowance; null if they may now.</param>
internal sealed record AllowedNow(Allowance Usual, DateTime? VouchedFreesUpAt);

internal sealed class AllowanceReader(ConnectGateContext context, IOptions<GateOptions> options)
{
    private const int Lately = 0,
        Vouched = 1,
        Before = 2;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // Three lists of a member's requests: the strangers' letters that count now, the latest vouched ones of a day, and
    // the latest of those old enough to have been answered.
    private static readonly CompiledQuery<
        Func<ConnectGateContext, long, DateTime, DateTime, DateTime, DateTime, int, int, IAsyncEnumerable<Asked>>
    > Requests = Compiled.Query<long, DateTime, DateTime, DateTime, DateTime, int, int, Asked>(
        (context, senderId, now, countsAfter, vouchedAfter, sentBefore, mostVouched, enough) =>
        {
            var sent = context.Requests.Where(request => request.SenderId == senderId);
            var lately = sent.FromStrangers()
                .Where(request => request.SentAt > countsAfter)
                .Select(request => new
                {
                    List = Lately,
                    request.SentAt,
                    Connected = request.State == RequestState.Accepted && request.GraceEndsAt <= now,
                });
            var vouched = sent.Vouched()
                .Where(request => request.SentAt > vouchedAfter)
                .OrderByDescending(request => request.SentAt)
                .Take(mostVouched)
                .Select(request => new
                {
                    List = Vouched,
                    request.SentAt,
                    Connected = request.State == RequestState.Accepted && request.GraceEndsAt <= now,
                });
            var before = sent.Where(request => request.SentAt < sentBefore)
                .OrderByDescending(request => request.SentAt)
                .ThenByDescending(request => request.Id)
                .Take(enough)
                .Select(request => new
                {
                    List = Before,
                    request.SentAt,
                    Connected = request.State == RequestState.Accepted && request.GraceEndsAt <= now,
                });
            return lately
                .Concat(vouched)
                .Concat(before)
                .Select(one => new Asked
                {
                    List = one.List,
                    SentAt = one.SentAt,
                    Connected = one.Connected,
                });
        }
    );

    /// <summary>Needs one statement.</summary>
    public async Task<AllowedNow> OfAsync(Member member, DateTime now, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var longest = limits.UnderWayFor > Week ? limits.UnderWayFor : Week;
        var asked = await Requests
            .For(context)(
                context,
                member.Id,
                now,
                now - longest,
                now - Day,
                now - limits.UnacceptedAfter,
                limits.VouchedPerDay,
                limits.UnacceptedRequests
            )
            .ToListAsync(cancellationToken);
        List<Sent> sent =
        [
            .. from one in asked where one.List == Lately orderby one.SentAt select new Sent(one.SentAt, one.Connected),
        ];
        var gears = new Gears(
            limits,
            member.JoinedAt,
            member.ReportUpheldAt,
            AskInVain([.. asked.Where(one => one.List == Before)], limits)
        );
        var allowance = gears.At(now, sent);
        var vouched = asked.Where(one => one.List == Vouched).ToList();
        return new AllowedNow(
            allowance.Left > 0 ? allowance : allowance with { FreesUpAt = gears.FreesUpAt(now, sent) },
            vouched.Count < limits.VouchedPerDay ? null : vouched.Min(one => one.SentAt) + Day
        );
    }

    /// <summary>
    /// Whether the weekly limit applies ("none of the last 40 asked more than 60 days ago was accepted"). It applies if
    /// the member sent at least 40 requests more than 60 days ago, and none of the latest 40 of these became a
    /// connection. Younger requests do not count. A request is accepted when its grace ends, even if the connection
    /// ended later. A withdrawn request is not accepted. The limit ends when an accepted request is 60 days old.
    /// </summary>
    private static bool AskInVain(IReadOnlyList<Asked> before, GateOptions limits) =>
        before.Count == limits.UnacceptedRequests && !before.Any(one => one.Connected);

    private sealed class Asked
    {
        public required int List { get; init; }
        public required DateTime SentAt { get; init; }
        public required bool Connected { get; init; }
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
