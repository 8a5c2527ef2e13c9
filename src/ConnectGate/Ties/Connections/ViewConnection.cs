using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>One of the current member's connections, with its origin.</summary>
public static class ViewConnection
{
    /// <summary>Null where the two are not connected.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle) : IQuery<View?>;

    /// <param name="Headline">May be empty.</param>
    /// <param name="Since">When the connection became valid.</param>
    /// <param name="Note">The personal note of the request.</param>
    /// <param name="Reason">The reason that the asker chose.</param>
    /// <param name="ReasonDetail">The asker's words that complete the reason.</param>
    /// <param name="OtherMaySeeMyConnections">Whether I let the other member see my connections.</param>
    /// <param name="MayBeNamedAsLink">Whether I agreed to be named as a link.</param>
    /// <param name="HowWeKnowEachOther">My own private words; may be empty.</param>
    /// <param name="ISeeTheirConnections">Whether the other member lets me see their connections; see
    /// <see cref="ConnectionsOf"/>.</param>
    /// <param name="NoteToSelf">My private note about the other member; may be empty.</param>
    public sealed record View(
        string Handle,
        string DisplayName,
        string Headline,
        DateTime Since,
        bool AskedByMe,
        string Note,
        Reason Reason,
        string ReasonDetail,
        bool OtherMaySeeMyConnections,
        bool MayBeNamedAsLink,
        string HowWeKnowEachOther,
        bool ISeeTheirConnections,
        string NoteToSelf
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }

        /// <summary>The name of the member who introduced the two; null where nobody did.</summary>
        public string? IntroducedBy { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            var handle = People.Members.Handle.Of(query.Handle)?.Value;
            var found = await (
                from connection in context.Connections.Live(actor.Now).Of(me)
                join other in context.Members
                    on connection.LowId == me ? connection.HighId : connection.LowId equals other.Id
                where other.Handle == handle
                select new
                {
                    connection,
                    other.Id,
                    other.Handle,
                    other.DisplayName,
                    other.Headline,
                    other.PhotoVersion,
                    NoteToSelf = context
                        .NotesToSelf.Where(note => note.OwnerId == me && note.AboutId == other.Id)
                        .Select(note => note.Text)
                        .SingleOrDefault(),
                    IntroducedBy = context
                        .Members.Where(connector => connector.Id == connection.IntroducedById)
                        .Select(connector => connector.DisplayName)
                        .FirstOrDefault(),
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var (mine, theirs) = (found.connection.SideOf(me), found.connection.SideOf(found.Id));
            return new View(
                found.Handle,
                found.DisplayName,
                found.Headline,
                found.connection.ValidFrom,
                found.connection.AskedById == me,
                found.connection.Note.Text,
                found.connection.Reason,
                found.connection.ReasonDetail,
                mine.OtherMaySeeMyConnections,
                mine.MayBeNamedAsLink,
                mine.HowWeKnowEachOther,
                theirs.OtherMaySeeMyConnections,
                found.NoteToSelf ?? ""
            )
            {
                Photo = found.PhotoVersion,
                IntroducedBy = found.IntroducedBy,
            };
        }
    }
}
