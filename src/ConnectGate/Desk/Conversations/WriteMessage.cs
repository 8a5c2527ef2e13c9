namespace ConnectGate.Desk.Conversations;

/// <summary>A member writes to a member they are connected with.</summary>
public static class WriteMessage
{
    /// <summary>
    /// Also marks the conversation as read for its writer. Not found where the two have no conversation. Refused:
    /// <c>not-connected</c> where they are no longer connected, <c>suspended</c>, <c>message-missing</c>,
    /// <c>message-too-long</c> (field <c>text</c>).
    /// </summary>
    /// <param name="Text">Plain text.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Handle, string? Text) : ICommand<Receipt>;

    public sealed record Receipt(string Id, DateTime At);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(Message.Limit);
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        MyConversations conversations,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (
                await conversations.WithAsync(command.Handle, now, cancellationToken)
                is not
                ({ } conversation, { } other)
            )
            {
                return Outcome<Receipt>.NotFound();
            }

            var me = actor.Id;
            await context.LockMembersAsync(cancellationToken, me, other.Id);
            if (!await conversations.ConnectedWithAsync(other.Id, now, cancellationToken))
            {
                return Outcome<Receipt>.Refused([new Refusal("not-connected", "", Words.Of("not-connected"))]);
            }

            var firstUnread = !await conversations.Unread(conversation, other.Id, now).AnyAsync(cancellationToken);
            conversation.MarkRead(
                me,
                await conversations.Visible(conversation.Id, now).MaxAsync(message => message.Id, cancellationToken)
            );
            var message = new Message
            {
                Conversation = conversation,
                Kind = MessageKind.Written,
                AuthorId = me,
                Text = VisibleText.Clean(command.Text),
                WrittenAt = now,
                VisibleFrom = now,
            };
            context.Messages.Add(message);
            await mediator.Publish(new ConversationRead(conversation, me), cancellationToken);
            await mediator.Publish(new MessageWritten(conversation, message, other.Id, firstUnread), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(message.PublicId, message.WrittenAt);
        }
    }
}
