using ConnectGate.Letters.References;

namespace ConnectGate.Desk.Notifications;

/// <summary>A member's notifications, newest first.</summary>
public static class ListNotifications
{
    [SentBy(Senders.Members)]
    public sealed record Query(string? Cursor = null) : IQuery<View>;

    /// <param name="Mark">Pass it to <see cref="MarkNotificationsRead"/> to mark the newest notification of this page
    /// and all older ones; null where the page is empty.</param>
    public sealed record View(Page<Row> Notifications, string? Mark);

    /// <param name="Handle">The handle of the member who acted; null where the community itself did.</param>
    /// <param name="DisplayName">The name of that member.</param>
    /// <param name="Subject">The public id of the letter, request, message or other thing that it is about.</param>
    /// <param name="At">The time from which it is visible.</param>
    /// <param name="About">Only for a reference that the reader is asked for: the name of the member whom it is
    /// about.</param>
    public sealed record Row(
        NotificationKind Kind,
        string? Handle,
        string? DisplayName,
        string Subject,
        DateTime At,
        bool Read,
        string? About
    )
    {
        /// <summary>The version of that member's photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }

        /// <summary>Only for a group or gathering.</summary>
        public string? GroupName { get; init; }

        /// <summary>Whether its page can no longer be viewed or answered.</summary>
        public bool IsOver { get; init; }

        /// <summary>The notification in the reader's language.</summary>
        public required string Text { get; init; }

        /// <summary>The path of its page; null where it has no page.</summary>
        public required string? Address { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Cursors<Query> cursors)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var told = context.Notifications.Where(notification =>
                notification.MemberId == me && notification.VisibleFrom <= now
            );
            if (cursors.Read(query.Cursor) is { } after)
            {
                told = told.Where(notification =>
                    notification.VisibleFrom < after.At
                    || (notification.VisibleFrom == after.At && notification.Id < after.Id)
                );
            }

            var rows =
                from notification in told
                join author in context.Members on notification.ActorId equals (long?)author.Id into authors
                from author in authors.DefaultIfEmpty()
                join shared in context.Groups on notification.GroupId equals (long?)shared.Id into groups
                from shared in groups.DefaultIfEmpty()
                orderby notification.VisibleFrom descending, notification.Id descending
                select new
                {
                    Notification = notification,
                    Handle = (string?)author.Handle,
                    DisplayName = (string?)author.DisplayName,
                    Photo = author.PhotoVersion,
                    GroupName = (string?)shared.Name,
                };
            var found = await rows.AsNoTracking().Take(Page<Row>.Size + 1).ToListAsync(cancellationToken);
            var about = found.Exists(row => row.Notification.Kind == NotificationKind.ReferenceAsked)
                ? await AboutAsync([.. found.Select(row => row.Notification.Subject)], now, cancellationToken)
                : [];
            var page = cursors.Page(
                found,
                row => CursorOf(row.Notification),
                row =>
                    RowOf(
                        row.Notification,
                        (row.Handle, row.DisplayName, row.GroupName),
                        about.GetValueOrDefault(row.Notification.Subject)
                    ) with
                    {
                        Photo = row.Photo,
                    }
            );
            return new View(page, found.Count > 0 ? cursors.Write(CursorOf(found[0].Notification)) : null);
        }

        private Row RowOf(Notification told, (string? Handle, string? DisplayName, string? GroupName) by, About? about)
        {
            var kind = ToldKind.Of(told.Kind);
            var isRead = told.ReadAt is not null;
            var isOver = about is { IsOpen: false };
            var address = kind.Address(new(told.Subject, by.Handle ?? "", isRead, isOver));
            return new Row(told.Kind, by.Handle, by.DisplayName, told.Subject, told.VisibleFrom, isRead, about?.Name)
            {
                GroupName = by.GroupName,
                IsOver = isOver,
                Text = actor.Say(Words.Format(kind.ListText, by.DisplayName ?? by.GroupName ?? "", about?.Name ?? "")),
                Address = address is null ? null : $"/{address}",
            };
        }

        // Only for questions to me. The notification of an answer to my own question names only its author.
        private Task<Dictionary<string, About>> AboutAsync(
            List<string> subjects,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var open = context.References.Open(context.Requests, now);
            return (
                from reference in context.References
                where reference.AskedId == actor.Id && subjects.Contains(reference.PublicId)
                join member in context.Members on reference.AboutId equals member.Id
                select new
                {
                    reference.PublicId,
                    About = new About(member.DisplayName, open.Any(one => one.Id == reference.Id)),
                }
            ).ToDictionaryAsync(row => row.PublicId, row => row.About, StringComparer.Ordinal, cancellationToken);
        }

        private sealed record About(string Name, bool IsOpen);

        private static Cursor CursorOf(Notification notification) =>
            new(notification.Id) { At = notification.VisibleFrom };
    }
}
