using ConnectGate.Data;
using ConnectGate.Inbox;
using ConnectGate.Requests;
using ConnectGate.Shared;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Conversations;

/// <summary>An acceptance opens the conversation with the note and the answer, to be seen from the end of the grace.</summary>
internal sealed class BeginWithTheNote(ConnectGateContext context) : INotificationHandler<RequestAccepted>
{
    public async Task Handle(RequestAccepted notification, CancellationToken cancellationToken)
    {
        var request = notification.Request;
        var conversation = await context.Conversations.SingleOrDefaultAsync(
            conversation => conversation.LowId == request.LowId && conversation.HighId == request.HighId, cancellationToken)
            ?? Conversation.Between(request.SenderId, request.RecipientId);
        Add(MessageKind.Note, request.SenderId, request.Note.Text, request.SentAt);
        if (notification.Answer is { } answer)
        {
            Add(MessageKind.Answer, request.RecipientId, answer, request.DecidedAt!.Value);
        }

        void Add(MessageKind kind, long authorId, string text, DateTime writtenAt) => context.Messages.Add(new Message
        {
            Conversation = conversation,
            Kind = kind,
            AuthorId = authorId,
            Text = text,
            WrittenAt = writtenAt,
            VisibleFrom = request.GraceEndsAt!.Value,
            RequestId = request.Id,
        });
    }
}

/// <summary>What an acceptance prepared goes with it; nobody has seen it.</summary>
internal sealed class TakeTheNoteBack(ConnectGateContext context) : INotificationHandler<AcceptanceOverruled>
{
    public async Task Handle(AcceptanceOverruled notification, CancellationToken cancellationToken) =>
        context.Messages.RemoveRange(
            await context.Messages.Where(message => message.RequestId == notification.Request.Id).ToListAsync(cancellationToken));
}

/// <summary>The answer that goes out with an acceptance is a message, and no longer than one. A blank one is none.</summary>
internal sealed class AnswerIsAMessage : AbstractValidator<AcceptRequest.Command>
{
    public AnswerIsAMessage() => RuleFor(command => command.Answer).Custom((answer, validation) =>
    {
        if (Message.Limit.Length(answer, "answer") is { } refusal)
        {
            validation.AddFailure(new ValidationFailure(refusal.Field, refusal.Message) { ErrorCode = refusal.Code });
        }
    });
}
