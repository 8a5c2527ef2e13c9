using ConnectGate.Desk.Inbox;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Conversations;

/// <summary>
/// An acceptance creates the conversation with the note and the answer. Both become visible at the end of the grace.
/// </summary>
internal sealed class OpenWithTheNote(ConnectGateContext context) : INotificationHandler<RequestAccepted>
{
    public async Task Handle(RequestAccepted notification, CancellationToken cancellationToken)
    {
        var request = notification.Request;
        var conversation = await Conversation
            .Between(request.SenderId, request.RecipientId)
            .StoreAsync(context, cancellationToken);
        Add(MessageKind.Note, request.SenderId, request.Note.Text, request.SentAt);
        if (notification.Answer is { } answer)
        {
            Add(MessageKind.Answer, request.RecipientId, answer, request.DecidedAt!.Value);
        }

        void Add(MessageKind kind, long authorId, string text, DateTime writtenAt) =>
            context.Messages.Add(
                new Message
                {
                    Conversation = conversation,
                    Kind = kind,
                    AuthorId = authorId,
                    Text = text,
                    WrittenAt = writtenAt,
                    VisibleFrom = request.GraceEndsAt!.Value,
                    RequestId = request.Id,
                }
            );
    }
}

/// <summary>Removes the note and the answer when an acceptance is overruled. They were never visible.</summary>
internal sealed class TakeTheNoteBack(ConnectGateContext context) : INotificationHandler<AcceptanceOverruled>
{
    public async Task Handle(AcceptanceOverruled notification, CancellationToken cancellationToken) =>
        context.Messages.RemoveRange(
            await context
                .Messages.Where(message => message.RequestId == notification.Request.Id)
                .ToListAsync(cancellationToken)
        );
}
