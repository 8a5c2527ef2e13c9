using ConnectGate.Foundation.Portability;

namespace ConnectGate.Ties.Meetings;

/// <summary>The members whom the member met, and the member's own line about it.</summary>
internal sealed class MeetingsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Meeting)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "meetings",
                from meeting in context.Meetings
                where meeting.LowId == memberId || meeting.HighId == memberId
                join other in context.Members
                    on meeting.LowId == memberId ? meeting.HighId : meeting.LowId equals other.Id
                orderby meeting.Id
                select new
                {
                    other.Handle,
                    other.DisplayName,
                    meeting.At,
                    TalkedAbout = meeting.LowId == memberId ? meeting.LowTalkedAbout : meeting.HighTalkedAbout,
                },
                row => row
            ),
        ];
}
