using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Notifications;

/// <summary>What the badges of the navigation show, in one query.</summary>
public static class CountUnread
{
    /// <summary>Of the current member.</summary>
    public sealed record Query : IQuery<View>;

    /// <summary>The numbers.</summary>
    /// <param name="Letters">Letters that wait in the inbox and were not opened.</param>
    /// <param name="Notifications">Notifications not marked as read.</param>
    /// <param name="Conversations">Conversations with something unread.</param>
    public sealed record View(int Letters, int Notifications, int Conversations);

    internal sealed class Handler : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
