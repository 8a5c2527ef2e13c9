using ConnectGate.Shared;
using FluentValidation;
using MediatR;

namespace ConnectGate.Conversations;

/// <summary>A member writes to one they are connected with.</summary>
public static class WriteMessage
{
    /// <summary>
    /// Writes, and marks the conversation as read for its writer. Not found where the two have no conversation. Refused: <c>not-connected</c> where they are connected no
    /// longer, <c>suspended</c>, <c>message-missing</c>, <c>message-too-long</c> (field <c>text</c>).
    /// </summary>
    /// <param name="Handle">The other's handle.</param>
    /// <param name="Text">Plain text.</param>
    public sealed record Command(string Handle, string? Text) : ICommand<Receipt>;

    /// <summary>The message.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="At">When it was written.</param>
    public sealed record Receipt(string Id, DateTime At);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(Message.Limit);
    }

    internal sealed class Handler : IRequestHandler<Command, Outcome<Receipt>>
    {
        public Task<Outcome<Receipt>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
