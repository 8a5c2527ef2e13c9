using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Notifications;

/// <summary>The numbers on the badges of the navigation, in one query.</summary>
public static class CountUnread
{
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Letters">Waiting letters that the member has not opened.</param>
    /// <param name="Notifications">Notifications that are not marked as read.</param>
    /// <param name="Conversations">Conversations with at least one unread message.</param>
    public sealed record View(int Letters, int Notifications, int Conversations);

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters)
        : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var waiting = letters.Readable(now).Waiting(now);
            return context
                .Members.Where(member => member.Id == me)
                .Select(_ => new View(
                    waiting.Count(letter => letter.OpenedAt == null),
                    context.Notifications.Count(told =>
                        told.MemberId == me && told.VisibleFrom <= now && told.ReadAt == null
                    ),
                    context.Conversations.Count(conversation =>
                        (conversation.LowId == me || conversation.HighId == me)
                        && context.Messages.Any(message =>
                            message.ConversationId == conversation.Id
                            && message.AuthorId != me
                            && message.VisibleFrom <= now
                            && message.Id
                                > (conversation.LowId == me ? conversation.LowReadUpTo : conversation.HighReadUpTo)
                        )
                    )
                ))
                .SingleAsync(cancellationToken);
        }
    }
}
