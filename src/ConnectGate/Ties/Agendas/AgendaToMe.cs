using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Agendas;

/// <summary>
/// The entries of other attendees that the current member may read: those of their own gatherings while the agenda is
/// open, by members on the roster, without those whom a block separates from them, as far as they may notice it. Every
/// other entry is not found.
/// </summary>
internal sealed class AgendaToMe(ConnectGateContext context, Actor actor)
{
    public IQueryable<Seen> Readable(DateTime now)
    {
        var me = actor.Id;
        var blocked = context.Blocks.ShownTo(me, now);
        return from theirs in context.OnRoster(now).WithOpenAgenda(now)
            join entry in context.AgendaEntries on theirs.Id equals entry.MembershipId
            join mine in context.Memberships on theirs.GroupId equals mine.GroupId
            where mine.MemberId == me && theirs.MemberId != me && !blocked.Contains(theirs.MemberId)
            join author in context.Members on theirs.MemberId equals author.Id
            select new Seen
            {
                Entry = entry,
                Gathering = theirs.Group,
                Author = author,
            };
    }

    /// <summary>An entry, its gathering and its author.</summary>
    internal sealed class Seen
    {
        public required AgendaEntry Entry { get; init; }
        public required Group Gathering { get; init; }
        public required Member Author { get; init; }
    }
}
