using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Notifications;

/// <summary>What is new for a member, newest first.</summary>
public static class ListNotifications
{
    /// <summary>A page of it.</summary>
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    /// <summary>One thing to tell.</summary>
    /// <param name="Kind">What happened.</param>
    /// <param name="Handle">Whose act it was; null for the community's own.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Subject">What it is about: of a letter or request its public id, of a message its public id.</param>
    /// <param name="At">Since when it can be told.</param>
    /// <param name="Read">Whether it was marked as read.</param>
    /// <param name="Suspension">Of a suspension, what the member is told.</param>
    /// <param name="Mark">Hand it to <see cref="MarkNotificationsRead"/> to mark this one and all older ones.</param>
    public sealed record Row(
        NotificationKind Kind, string? Handle, string? DisplayName, string Subject, DateTime At, bool Read, SuspensionTold? Suspension, string Mark);

    /// <summary>A suspension as the member is told it.</summary>
    /// <param name="Until">Null for good.</param>
    /// <param name="Reason">The moderator's words.</param>
    public sealed record SuspensionTold(DateTime? Until, string Reason);

    internal sealed class Handler : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
