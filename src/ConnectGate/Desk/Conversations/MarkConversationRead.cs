namespace ConnectGate.Desk.Conversations;

public static class MarkConversationRead
{
    /// <summary>
    /// Marks the conversation as read up to a message, never back to an earlier one. Not found where the current member
    /// can read no such conversation or message.
    /// </summary>
    /// <param name="UpToMessageId">The public id of the last message that was read; null for all messages.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Handle, string? UpToMessageId = null) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        MyConversations conversations,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            await context.LockMembersAsync(cancellationToken, me);
            var now = actor.Now;
            if (
                await conversations.WithAsync(command.Handle, now, cancellationToken)
                is not { Conversation: var conversation }
            )
            {
                return Outcome<Done>.NotFound();
            }

            var upTo = await conversations
                .Visible(conversation.Id, now)
                .Where(message => command.UpToMessageId == null || message.PublicId == command.UpToMessageId)
                .MaxAsync(message => (long?)message.Id, cancellationToken);
            if (upTo is null)
            {
                return Outcome<Done>.NotFound();
            }

            conversation.MarkRead(me, upTo.Value);
            await mediator.Publish(new ConversationRead(conversation, me), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
