using ConnectGate.Foundation.Portability;

namespace ConnectGate.People.Members.PrivateNotes;

/// <summary>The member's private notes about others.</summary>
internal sealed class PrivateNotesExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(NoteToSelf)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "private-notes",
                from note in context.NotesToSelf
                where note.OwnerId == memberId
                join about in context.Members on note.AboutId equals about.Id
                orderby note.Id
                select new
                {
                    about.Handle,
                    about.DisplayName,
                    note.Text,
                    note.ChangedAt,
                },
                row => row
            ),
        ];
}
