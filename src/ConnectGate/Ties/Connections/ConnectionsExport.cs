using ConnectGate.Foundation.Portability;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Ties.Connections;

/// <summary>
/// The member's connections, also those that have ended, and the members whom they block. It says neither who ended a
/// connection nor how, and nothing of blocks by others.
/// </summary>
internal sealed class ConnectionsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Connection), typeof(Block)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "connections",
                from connection in context.Connections.Begun(now).Of(memberId)
                join other in context.Members
                    on connection.LowId == memberId ? connection.HighId : connection.LowId equals other.Id
                join introducer in context.Members
                    on connection.IntroducedById equals (long?)introducer.Id
                    into introducers
                from introducer in introducers.DefaultIfEmpty()
                orderby connection.Id
                select new
                {
                    Connection = connection,
                    other.Handle,
                    other.DisplayName,
                    Introducer = (string?)introducer.Handle,
                },
                found => new
                {
                    found.Handle,
                    found.DisplayName,
                    Since = found.Connection.ValidFrom,
                    IsOver = found.Connection.EndedAt is not null,
                    AskedByMe = found.Connection.AskedById == memberId,
                    IntroducedBy = found.Introducer,
                    Note = found.Connection.Note.Text,
                    found.Connection.Reason,
                    found.Connection.ReasonDetail,
                    found.Connection.SideOf(memberId).HowWeKnowEachOther,
                    found.Connection.SideOf(memberId).OtherMaySeeMyConnections,
                    found.Connection.SideOf(memberId).MayBeNamedAsLink,
                }
            ),
            ExportTable.Of(
                "blocks",
                from block in context.Blocks.By(memberId)
                join blocked in context.Members on block.BlockedId equals blocked.Id
                orderby block.Id
                select new
                {
                    blocked.Handle,
                    blocked.DisplayName,
                    Since = block.At,
                },
                row => row
            ),
        ];
}
