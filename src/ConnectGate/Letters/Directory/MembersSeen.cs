using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// All members as one of them sees them in a list: what the gate's rules say of each, in one query for a whole page.
/// What the viewer can tell is the gate's: whoever blocked them or declined them for good looks closed, except while
/// their own request or its waiting time says enough.
/// </summary>
internal sealed class MembersSeen(ConnectGateContext context, GateOptions options)
{
    /// <summary>Members who are in and not suspended, and whom the viewer may find.</summary>
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
        var meetings = context.Meetings.Where(meeting => meeting.LowId == me || meeting.HighId == me);
        var findings =
            from member in context.Members.FindableBy(context, me, now)
            where
                present.Any(account => account.Id == member.Id)
                && !suspended.Any(suspension => suspension.MemberId == member.Id)
            let blockedByMe = context.Blocks.Any(block => block.BlockerId == me && block.BlockedId == member.Id)
            let blockedMe = context.Blocks.Any(block => block.BlockerId == member.Id && block.BlockedId == me)
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
                Closed = member.Policy.Kind == PolicyKind.Closed || blockedByMe,
                Secret = blockedMe
                    || context.Requests.Any(request =>
                        request.SenderId == me
                        && request.RecipientId == member.Id
                        && request.State == RequestState.DeclinedForGood
                    ),
                OwnSaysIt = context.Requests.Any(request =>
                    request.SenderId == me
                    && request.RecipientId == member.Id
                    && (
                        request.SentAt > askedAfter
                        || (request.ExpiresAt > now && request.WithdrawnAt == null && request.ReplyText == null)
                    )
                    && !(request.State == RequestState.Accepted && request.GraceEndsAt <= now)
                )
                    || context.Connections.Any(connection =>
                        (
                            (connection.LowId == me && connection.HighId == member.Id)
                            || (connection.LowId == member.Id && connection.HighId == me)
                        )
                        && connection.EndedAt > endedAfter
                        && (!connection.EndedByBlock || blockedByMe || blockedMe)
                    ),
                Agreed = context.Connections.Any(connection =>
                    (
                        (connection.LowId == me && connection.HighId == member.Id)
                        || (connection.LowId == member.Id && connection.HighId == me)
                    )
                    && connection.EndedAt == null
                    && (connection.ValidFrom <= now || connection.AskedById != me)
                ),
                Connected = context.Connections.Any(connection =>
                    (
                        (connection.LowId == me && connection.HighId == member.Id)
                        || (connection.LowId == member.Id && connection.HighId == me)
                    )
                    && connection.EndedAt == null
                    && connection.ValidFrom <= now
                ),
                AskedFirst = context.Requests.Any(request =>
                    request.SenderId == member.Id
                    && request.RecipientId == me
                    && request.State == RequestState.Waiting
                    && request.ExpiresAt > now
                ),
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
        });
    }

    /// <summary>A member as the viewer sees them.</summary>
    public sealed class Seen
    {
        public required Member Member { get; init; }

        /// <summary>Whether their policy reads as closed.</summary>
        public required bool SeenClosed { get; init; }

        /// <summary>Whether the gate would let the viewer ask, their allowance apart.</summary>
        public required bool MayAsk { get; init; }

        public required bool Connected { get; init; }
    }
}
