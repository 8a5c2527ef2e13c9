using ConnectGate.Foundation.Portability;

namespace ConnectGate.Ties.Agendas;

/// <summary>What the member wrote in the agendas of gatherings.</summary>
internal sealed class AgendaExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(AgendaEntry)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "agenda-entries",
                from membership in context.Memberships
                where membership.MemberId == memberId
                join entry in context.AgendaEntries on membership.Id equals entry.MembershipId
                orderby membership.Id
                select new
                {
                    Gathering = membership.Group.Name,
                    entry.ComesFor,
                    entry.CanGive,
                    entry.At,
                },
                row => row
            ),
        ];
}
