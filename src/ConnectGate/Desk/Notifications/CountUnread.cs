using ConnectGate.Foundation.Data.Queries;
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

    /// <summary>All members with their numbers.</summary>
    internal static IQueryable<Counted> OfAll(ConnectGateContext context, DateTime now)
    {
        var waiting = context.Requests.Waiting(now).Delivered(now).Where(letter => letter.OpenedAt == null);
        return context.Members.Select(member => new Counted
        {
            MemberId = member.Id,
            Letters = waiting.Count(letter => letter.RecipientId == member.Id),
            Notifications = context.Notifications.Count(told =>
                told.MemberId == member.Id && told.VisibleFrom <= now && told.ReadAt == null
            ),
            Conversations = context.Conversations.Count(conversation =>
                (conversation.LowId == member.Id || conversation.HighId == member.Id)
                && context.Messages.Any(message =>
                    message.ConversationId == conversation.Id
                    && message.AuthorId != member.Id
                    && message.VisibleFrom <= now
                    && message.Id
                        > (conversation.LowId == member.Id ? conversation.LowReadUpTo : conversation.HighReadUpTo)
                )
            ),
        });
    }

    internal sealed class Counted
    {
        public required long MemberId { get; init; }
        public required int Letters { get; init; }
        public required int Notifications { get; init; }
        public required int Conversations { get; init; }

        public View ToView() => new(Letters, Notifications, Conversations);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View>
    {
        private static readonly CompiledQuery<
            Func<ConnectGateContext, long, DateTime, IAsyncEnumerable<Counted>>
        > Numbers = Compiled.Query<long, DateTime, Counted>(
            (context, me, now) => OfAll(context, now).Where(counted => counted.MemberId == me)
        );

        public async Task<View> Handle(Query query, CancellationToken cancellationToken) =>
            (await Numbers.For(context)(context, actor.Id, actor.Now).SingleAsync(cancellationToken)).ToView();
    }
}
