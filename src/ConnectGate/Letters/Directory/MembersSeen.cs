using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// The members as one viewer sees them in a list. One query applies the gate's rules to a whole page. The viewer learns
/// no more than the gate reveals: a member who blocked them or declined them for good looks closed, unless the viewer's
/// own earlier request or its waiting time already explains the refusal.
/// </summary>
internal sealed class MembersSeen(ConnectGateContext context, GateOptions options)
{
    /// <summary>The admitted members who are not suspended and whom the viewer may find.</summary>
    public IQueryable<Seen> By(long me, DateTime now)
    {
        var askedAfter = now - options.AskAgainAfter;
        var endedAfter = now - options.AskAgainAfterLettingGo;
        var metAfter = now - options.MetCountsFor;
        var today = DateOnly.FromDateTime(now);
        var (weekBegins, weekEnds) = StrangersLetters.WeekOf(now);
        var present = context.Users.WhoAreIn();
        var suspended = context.Suspensions.InForce(now);
        var sharing = context.Members.SharingAConnection(context, me, now);
        var inAGroup = context.Members.SharingAGroup(context, me, now);
        var mine = context.Requests.Where(request => request.SenderId == me);
        var explaining = mine.ExplainingToSender(askedAfter, now);
        var askedMe = context.Requests.Waiting(now).Delivered(now).Where(request => request.RecipientId == me);
        var (blockedByMe, blockers) = (context.Blocks.BlockedBy(me), context.Blocks.BlockersOf(me));
        var live = context.Connections.Live(now);
        var known = context.Connections.KnownTo(me, now);
        var endedLately = context.Connections.EndedLately(context.Blocks, endedAfter);
        var meetings = context.Meetings.Where(meeting => meeting.LowId == me || meeting.HighId == me);
        var findings =
            from member in context.Members.FindableBy(context, me, now)
            where
                present.Any(account => account.Id == member.Id)
                && !suspended.Any(suspension => suspension.MemberId == member.Id)
            let low = Math.Min(me, member.Id)
            let high = Math.Max(me, member.Id)
            select new
            {
                Member = member,
                Away = member.Policy.AwayUntil > today,
                Stranger = (
                    member.Policy.Kind == PolicyKind.SharedConnection
                    || (member.Policy.Kind == PolicyKind.SharedContext && !inAGroup.Any(other => other.Id == member.Id))
                )
                    && !meetings.Any(meeting => meeting.LowId == member.Id || meeting.HighId == member.Id)
                    && !sharing.Any(other => other.Id == member.Id),
                Full = !meetings.Any(meeting =>
                    (meeting.LowId == member.Id || meeting.HighId == member.Id) && meeting.At >= metAfter
                )
                    && context
                        .Requests.FromStrangers()
                        .Count(request =>
                            request.RecipientId == member.Id
                            && request.SentAt >= weekBegins
                            && request.SentAt < weekEnds
                        ) >= member.Policy.LettersAWeek,
                Closed = member.Policy.Kind == PolicyKind.Closed || blockedByMe.Any(id => id == member.Id),
                Secret = blockers.Any(id => id == member.Id)
                    || mine.Any(request =>
                        request.RecipientId == member.Id && request.State == RequestState.DeclinedForGood
                    ),
                AskedOn = explaining
                    .Where(request => request.RecipientId == member.Id)
                    .Max(request => (DateTime?)request.SentAt),
                OwnSaysIt = explaining.Any(request => request.RecipientId == member.Id)
                    || endedLately.Any(connection => connection.LowId == low && connection.HighId == high),
                Agreed = known.Any(connection => connection.LowId == low && connection.HighId == high),
                Connected = live.Any(connection => connection.LowId == low && connection.HighId == high),
                AskedFirst = askedMe.Any(request => request.SenderId == member.Id),
            };
        return findings.Select(found => new Seen
        {
            Member = found.Member,
            SeenClosed = found.Closed || (found.Secret && !found.OwnSaysIt),
            MayAsk =
                found.Member.Id != me
                && !found.Closed
                && !found.Secret
                && !found.OwnSaysIt
                && !found.Agreed
                && !found.AskedFirst
                && !found.Away
                && !found.Stranger
                && !found.Full
                && !suspended.Any(suspension => suspension.MemberId == me),
            Connected = found.Connected,
            AskedOn = found.AskedOn,
            AskedMe = found.AskedFirst,
            AwayUntil =
                found.Away && !found.Closed && !(found.Secret && !found.OwnSaysIt)
                    ? found.Member.Policy.AwayUntil
                    : null,
        });
    }

    public sealed class Seen
    {
        public required Member Member { get; init; }

        /// <summary>Whether the viewer sees the policy as closed.</summary>
        public required bool SeenClosed { get; init; }

        /// <summary>Whether the gate would let the viewer ask. Ignores the allowance.</summary>
        public required bool MayAsk { get; init; }

        public required bool Connected { get; init; }

        /// <summary>When the viewer last asked, while that is why they cannot ask; null otherwise.</summary>
        public required DateTime? AskedOn { get; init; }

        /// <summary>Whether a letter of the member waits for the viewer's decision.</summary>
        public required bool AskedMe { get; init; }

        /// <summary>The day from which the member reads letters again; null where they are not away or look
        /// closed.</summary>
        public required DateOnly? AwayUntil { get; init; }
    }
}
