using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Meetings;

/// <summary>The members whom the current member met lately, and who therefore may expect a letter.</summary>
public static class ListMetLately
{
    /// <summary>
    /// The confirmed meetings of the last 24 hours, the latest first; at most <see cref="Most"/>.
    /// Ignores blocks and suspensions on purpose: a vanishing entry would reveal them.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="At">The latest confirmation, in UTC.</param>
    /// <param name="Connected">Whether the two are connected, as far as the current member knows.</param>
    /// <param name="TalkedAbout">The current member's own line; may be empty.</param>
    public sealed record Row(string Handle, string DisplayName, DateTime At, bool Connected, string TalkedAbout);

    /// <summary>The most meetings in one answer.</summary>
    public const int Most = 20;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, since) = (actor.Id, actor.Now - Meeting.ListedFor);
            var known = context.Connections.KnownTo(me, actor.Now);
            return await (
                from meeting in context.Meetings
                where (meeting.LowId == me || meeting.HighId == me) && meeting.At > since
                join member in context.Members
                    on (meeting.LowId == me ? meeting.HighId : meeting.LowId) equals member.Id
                orderby meeting.At descending, meeting.Id descending
                select new Row(
                    member.Handle,
                    member.DisplayName,
                    meeting.At,
                    known.Any(connection => connection.LowId == meeting.LowId && connection.HighId == meeting.HighId),
                    meeting.LowId == me ? meeting.LowTalkedAbout : meeting.HighTalkedAbout
                )
            )
                .Take(Most)
                .ToListAsync(cancellationToken);
        }
    }
}
