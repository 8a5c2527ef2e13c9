using ConnectGate.Foundation.Portability;

namespace ConnectGate.Desk.Notifications;

/// <summary>The notifications that the member can see.</summary>
internal sealed class NotificationsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Notification)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "notifications",
                from notification in context.Notifications
                where notification.MemberId == memberId && notification.VisibleFrom <= now
                join author in context.Members on notification.ActorId equals (long?)author.Id into authors
                from author in authors.DefaultIfEmpty()
                join shared in context.Groups on notification.GroupId equals (long?)shared.Id into groups
                from shared in groups.DefaultIfEmpty()
                orderby notification.VisibleFrom, notification.Id
                select new
                {
                    notification.Kind,
                    Handle = (string?)author.Handle,
                    DisplayName = (string?)author.DisplayName,
                    Group = (string?)shared.Name,
                    At = notification.VisibleFrom,
                    notification.ReadAt,
                },
                row => row
            ),
        ];
}
